/// Who called more than once in a period: calls in and call-backs that clients asked for, by the
/// client's number.
public struct CallerFigures: Equatable, Sendable {
  public struct Caller: Equatable, Sendable {
    public let number: PhoneNumber
    /// Nil where the number is not exactly one contact's.
    public let contact: ContactReference?
    public let tally: CallTally

    public init(number: PhoneNumber, contact: ContactReference?, tally: CallTally) {
      self.number = number
      self.contact = contact
      self.tally = tally
    }
  }

  /// Those who called about as often.
  public struct Class: Equatable, Sendable {
    public let calls: ClosedRange<Int>
    public var callers: Int
    public var tally: CallTally

    public init(_ calls: ClosedRange<Int>, callers: Int = 0, tally: CallTally = CallTally()) {
      self.calls = calls
      self.callers = callers
      self.tally = tally
    }
  }

  /// How many of those with the most calls are named.
  public static let limit = 100

  public static let classes: [Class] = [1...1, 2...2, 3...4, 5...9, 10...Int.max].map { Class($0) }

  /// By how often they called; every caller is in one.
  public let classes: [Class]
  /// Those with the most calls, two at least.
  public let most: [Caller]
  /// The period's other calls: outgoing, internal and hidden ones.
  public let rest: CallTally

  public init(classes: [Class] = classes, most: [Caller] = [], rest: CallTally = CallTally()) {
    self.classes = classes
    self.most = most
    self.rest = rest
  }

  public var callers: Int { classes.map(\.callers).reduce(0, +) }
  public var repeatCallers: Int { callers - (classes.first?.callers ?? 0) }
}
