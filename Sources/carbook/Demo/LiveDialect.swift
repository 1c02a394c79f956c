/// The shapes in which the provider sends the same thing: the shop chooses one when it sets up the
/// webhook, the feed uses them in turn.
enum LiveDialect: CaseIterable, Sendable {
  case flatJSON, nestedJSON, form
}
