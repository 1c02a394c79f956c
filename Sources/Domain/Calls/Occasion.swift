/// The webhook link that a delivery came by. Only a hint: the owner may have pasted one link for
/// every event.
public enum Occasion: String, CaseIterable, Sendable {
  case before
  case answered
  case after
  case beforeOutgoing = "before-outgoing"
  case afterOutgoing = "after-outgoing"

  public var phase: Phase {
    switch self {
    case .before, .beforeOutgoing: .before
    case .answered: .answered
    case .after, .afterOutgoing: .after
    }
  }

  public var isOutgoing: Bool {
    self == .beforeOutgoing || self == .afterOutgoing
  }
}
