/// Which calls the log shows: every part that is set narrows. Set and empty are the same.
public struct CallFilter: Hashable, Sendable {
  public var period: CallPeriod?
  /// Empty for all.
  public var types: Set<CallType> = []
  /// Empty for all; of the moment the filter is read at.
  public var statuses: Set<CallStatus> = []
  public var isMissed = false
  /// Calls whose client is owed one since then (`SystemComment.notCalledBack`).
  public var isNotCalledBack = false
  /// Calls of clients nobody has entered yet (`Call.isFromNewClient`).
  public var isFromNewClient = false
  public var hasRecording: Bool?
  /// Part of the name of whom the call was connected with.
  public var employee = ""
  /// Part of each value.
  public var utm: [UTMField: String] = [:]
  /// Part of the number of ours that the call went over, in any spelling, or of its pool's name.
  public var line = ""
  /// Part of the client's number, in any spelling.
  public var client = ""
  /// Of the talk, in seconds; a call without any has talked for none.
  public var talk: [SecondsRule] = []
  /// Of the wait, in seconds; one that is not known passes no rule.
  public var wait: [SecondsRule] = []
  /// Part of the number of the order the call is about.
  public var order = ""
  /// Words, all of which stand somewhere: in the client's number in any spelling, in the contact's
  /// name, organizations, numbers, note or vehicles, in the order's number, vehicle or comment, or
  /// in the note on the call.
  public var text = ""
  /// The calls of one contact; set by cards, without a word in the language.
  public var contact: Contact.ID?
  /// From that instant on; set by cards, without a word in the language.
  public var since: Timestamp?

  public init() {}

  public var isEmpty: Bool {
    self == CallFilter()
  }
}

/// A field of the advertisement that a client followed.
public enum UTMField: String, CaseIterable, Sendable {
  case source
  case medium
  case campaign
  case content
  case term
}

/// `>60`
public struct SecondsRule: Hashable, Sendable {
  public enum Relation: String, CaseIterable, Sendable {
    case less = "<"
    case atMost = "<="
    case equal = "="
    case atLeast = ">="
    case more = ">"
  }

  public let relation: Relation
  public let seconds: Int

  public init(_ relation: Relation, _ seconds: Int) {
    self.relation = relation
    self.seconds = seconds
  }

  public func allows(_ value: Int) -> Bool {
    switch relation {
    case .less: value < seconds
    case .atMost: value <= seconds
    case .equal: value == seconds
    case .atLeast: value >= seconds
    case .more: value > seconds
    }
  }
}
