/// What a call is now, in the words of the log; scripts depend on the raw values.
public enum CallStatus: String, CaseIterable, Sendable {
  case ringing
  case talking
  case answered
  /// Incoming, and nobody took it.
  case missed
  /// Outgoing, and the client did not take it: not a missed call.
  case notReached = "not-reached"
  case busy
  case failed
  case refused
  case voicemail
  /// The end never came.
  case unknown
  /// A result nobody has documented; `Call.disposition` has it as it came.
  case other
  /// The delivery bore a good token and could not be read.
  case notUnderstood = "not-understood"

  /// A call of which no end was heard is given up after this long.
  public static let patience: Int64 = 60 * 60

  /// The status of an understood call.
  /// - Parameters:
  ///   - talk: seconds, as derived.
  ///   - start: when the call began.
  ///   - now: decides between a live call and one whose end never came.
  public init(
    type: CallType, phase: Phase, disposition: Disposition?, talk: Int?, start: Timestamp,
    now: Timestamp
  ) {
    self =
      CallStatus.decide(
        type: type, phase: phase, disposition: disposition, talk: talk, start: start, now: now
      ).status
  }

  /// The status, and which rule decided.
  static func decide(
    type: CallType, phase: Phase, disposition: Disposition?, talk: Int?, start: Timestamp,
    now: Timestamp
  ) -> (status: CallStatus, rule: StatusReason.Rule) {
    switch phase {
    case .after: return ended(type: type, outcome: disposition?.outcome, talk: talk)
    case .before, .answered:
      let isAnswered: Bool
      switch disposition?.outcome {
      case .answered: isAnswered = true
      case nil, .inProgress, .noAnswer: isAnswered = phase == .answered
      case let outcome?: return ended(type: type, outcome: outcome, talk: talk)
      }
      if now.seconds(since: start) > CallStatus.patience { return (.unknown, .endNeverCame) }
      return isAnswered ? (.talking, .notEndedYet) : (.ringing, .notAnsweredYet)
    }
  }

  private static func ended(
    type: CallType, outcome: Disposition.Outcome?, talk: Int?
  ) -> (status: CallStatus, rule: StatusReason.Rule) {
    switch outcome {
    case .answered: return (.answered, .result)
    case .voicemail: return (.voicemail, .result)
    case .busy: return (.busy, .result)
    case .failed: return (.failed, .result)
    case .refused: return (.refused, .result)
    case .clientNoAnswer: return (.notReached, .result)
    case .other: return (.other, .result)
    // Talk proves that somebody answered, whatever the word beside it.
    case .noAnswer, .lostInMenu, .inProgress, nil:
      if let talk, talk > 0 { return (.answered, .talk) }
      if talk == nil && (outcome == nil || outcome == .inProgress) { return (.unknown, .endUnsaid) }
      return (type == .outgoing || type == .internal ? .notReached : .missed, .noTalk)
    }
  }

  /// Whether the client is owed a call: he called and got nobody.
  public func wantsCallBack(type: CallType) -> Bool {
    switch self {
    case .missed, .busy, .failed, .voicemail: type == .incoming || type == .callback
    default: false
    }
  }

  public var isLive: Bool {
    self == .ringing || self == .talking
  }
}
