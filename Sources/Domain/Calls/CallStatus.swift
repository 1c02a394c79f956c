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
    switch phase {
    case .after:
      self = CallStatus.ended(type: type, outcome: disposition?.outcome, talk: talk)
    case .before, .answered:
      let live: CallStatus =
        switch disposition?.outcome {
        case .answered: .talking
        case nil, .inProgress, .noAnswer: phase == .answered ? .talking : .ringing
        case let outcome?: CallStatus.ended(type: type, outcome: outcome, talk: talk)
        }
      let isLive = live == .ringing || live == .talking
      self = isLive && now.seconds(since: start) > CallStatus.patience ? .unknown : live
    }
  }

  private static func ended(
    type: CallType, outcome: Disposition.Outcome?, talk: Int?
  ) -> CallStatus {
    switch outcome {
    case .answered: .answered
    case .voicemail: .voicemail
    case .busy: .busy
    case .failed: .failed
    case .refused: .refused
    case .clientNoAnswer: .notReached
    case .other: .other
    // Talk proves that somebody answered, whatever the word beside it.
    case .noAnswer, .lostInMenu, .inProgress, nil:
      if let talk, talk > 0 {
        .answered
      } else if talk == nil && (outcome == nil || outcome == .inProgress) {
        .unknown
      } else {
        type == .outgoing || type == .internal ? .notReached : .missed
      }
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
