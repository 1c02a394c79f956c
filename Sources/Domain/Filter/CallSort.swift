/// What the log is sorted by. Calls that are alike in it stand newest first.
public struct CallSort: Hashable, Sendable {
  public enum Key: String, CaseIterable, Sendable {
    case date
    case wait
    case talk
    /// The contact's name; calls of nobody stand behind all names.
    case customer
    /// In the order of `CallStatus.allCases`.
    case status
  }

  public let key: Key
  public let isAscending: Bool

  public init(_ key: Key, ascending isAscending: Bool) {
    self.key = key
    self.isAscending = isAscending
  }

  public static let newestFirst = CallSort(.date, ascending: false)

  /// What a call is sorted by.
  public enum Value: Hashable, Comparable, Sendable {
    /// By date: the call's start, which its place has anyway.
    case start
    /// Seconds, or a status' rank; -1 for what is not known.
    case number(Int)
    case name(NameKey)
  }

  /// - Parameter now: decides a live call's status.
  public func value(of call: Call, at now: Timestamp) -> Value {
    switch key {
    case .date: .start
    case .wait: .number(call.wait ?? -1)
    case .talk: .number(call.talk ?? -1)
    case .customer: .name(call.contact?.name.map(NameKey.init) ?? .unnamed)
    case .status: .number(call.status(at: now).rank)
    }
  }
}

extension CallStatus {
  /// Its place in `allCases`.
  public var rank: Int {
    CallStatus.allCases.firstIndex(of: self) ?? 0
  }
}
