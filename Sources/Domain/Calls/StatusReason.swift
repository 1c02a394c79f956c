/// Why a call has the status it has: the rule that decided, and what it looked at.
public struct StatusReason: Equatable, Sendable {
  public enum Rule: CaseIterable, Sendable {
    /// No delivery of it could be read.
    case notUnderstood
    /// The provider's word for the result says so.
    case result
    /// Talk proves that somebody answered, whatever the word beside it.
    case talk
    /// It ended and nobody talked: which status that is depends on who called whom.
    case noTalk
    /// It ended, and nobody said how.
    case endUnsaid
    /// No end has been heard of, and no answer.
    case notAnsweredYet
    /// Somebody answered, and no end has been heard of.
    case notEndedYet
    /// No end was heard of for too long (`CallStatus.patience`).
    case endNeverCame
  }

  public let rule: Rule
  public let status: CallStatus
  /// Nil where the call was not understood.
  public let type: CallType?
  public let phase: Phase
  public let disposition: Disposition?
  /// Seconds, as derived.
  public let talk: Int?
}

extension Call {
  /// - Parameter now: decides between a live call and one whose end never came.
  public func statusReason(at now: Timestamp) -> StatusReason {
    let decision =
      type.map {
        CallStatus.decide(
          type: $0, phase: phase, disposition: disposition, talk: talk, start: start, now: now)
      } ?? (.notUnderstood, .notUnderstood)
    return StatusReason(
      rule: decision.rule, status: decision.status, type: type, phase: phase,
      disposition: disposition, talk: talk)
  }
}
