import Domain

/// Counts the calls of one client after the other: how many called how often, and who most often.
struct CallerSums {
  /// A client's calls.
  struct Caller: Comparable {
    /// Row id of his number.
    let client: Int64
    var tally = CallTally()

    /// The most calls first, of those the most missed.
    static func < (left: Caller, right: Caller) -> Bool {
      (right.tally.total, right.tally.missed, left.client)
        < (left.tally.total, left.tally.missed, right.client)
    }
  }

  private(set) var classes = CallerFigures.classes
  /// Among them those with the most calls.
  private var candidates: [Caller] = []
  private var present: Caller?

  /// - Parameter outcome: 0 neither, 1 answered, 2 missed.
  mutating func add(_ client: Int64, outcome: Int) {
    if present?.client != client {
      endCaller()
      present = Caller(client: client)
    }
    present?.tally.total += 1
    if outcome == 1 { present?.tally.answered += 1 }
    if outcome == 2 { present?.tally.missed += 1 }
  }

  /// After the last call of all.
  mutating func end() {
    endCaller()
    cut()
  }

  var most: [Caller] { candidates }

  private mutating func endCaller() {
    guard let caller = present else { return }
    present = nil
    guard let index = classes.firstIndex(where: { $0.calls.contains(caller.tally.total) }) else {
      return
    }
    classes[index].callers += 1
    classes[index].tally += caller.tally
    guard caller.tally.total > 1 else { return }
    candidates.append(caller)
    if candidates.count >= 20 * CallerFigures.limit { cut() }
  }

  private mutating func cut() {
    candidates.sort()
    candidates.removeLast(max(0, candidates.count - CallerFigures.limit))
  }
}
