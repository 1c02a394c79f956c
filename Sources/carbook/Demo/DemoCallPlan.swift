import Domain

/// What is to happen in one call of the demo, before its seconds are drawn.
struct DemoCallPlan: Equatable, Sendable {
  enum Outcome: Sendable {
    case answered, noAnswer, busy, voicemail, failed
  }

  var type: CallType
  /// The client's number; nil where it is hidden or the call is internal.
  var slot: Int?
  var outcome: Outcome
  /// Which try to reach him since he was missed; 0 for a call of its own.
  var attempt = 0

  /// Whether the shop, or the client himself, should try again.
  var isMiss: Bool {
    (type == .incoming || type == .callback) && outcome != .answered
  }
}
