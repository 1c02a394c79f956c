/// The calls of a day, of an hour, of an employee …, in numbers. Beside the answered and the missed
/// there are others: outgoing ones that were not reached, busy lines, calls that are going on.
public struct CallTally: Equatable, Sendable {
  /// Every call, internal ones too.
  public var total: Int
  public var answered: Int
  /// Incoming calls that nobody took; an outgoing call that was not reached is none.
  public var missed: Int

  public init(total: Int = 0, answered: Int = 0, missed: Int = 0) {
    self.total = total
    self.answered = answered
    self.missed = missed
  }

  public static func += (sum: inout CallTally, more: CallTally) {
    sum.total += more.total
    sum.answered += more.answered
    sum.missed += more.missed
  }

  public static func -= (rest: inout CallTally, less: CallTally) {
    rest.total -= less.total
    rest.answered -= less.answered
    rest.missed -= less.missed
  }

  /// The share of the missed among answered and missed, 0...1; nil where there were none.
  public var missedRate: Double? {
    let calls = answered + missed
    return calls > 0 ? Double(missed) / Double(calls) : nil
  }
}

extension Sequence where Element == CallTally {
  public var sum: CallTally {
    reduce(into: CallTally()) { $0 += $1 }
  }
}
