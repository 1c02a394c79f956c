/// The calls of a day, of an hour, of an employee …, in numbers. Beside the answered and the missed
/// there are others: outgoing ones that were not reached, busy lines, calls that are going on.
public typealias CallTally = DayFigures

extension CallTally {
  public static func -= (rest: inout CallTally, other: CallTally) {
    rest.total -= other.total
    rest.answered -= other.answered
    rest.missed -= other.missed
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
