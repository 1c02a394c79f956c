import Domain

/// One webhook of the live feed.
struct LiveDelivery: Equatable, Sendable {
  /// Seconds after the call's start.
  let delay: Double
  /// Which link it goes to.
  let occasion: Occasion
  let method: String
  let mediaType: String
  let body: [UInt8]
}

/// The shapes in which the provider sends the same thing: the shop chooses one when it sets up the
/// webhook, the feed uses them in turn.
enum LiveDialect: CaseIterable, Sendable {
  case flatJSON, nestedJSON, form
}
