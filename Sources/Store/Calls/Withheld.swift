import Domain

/// What a transaction's calls make necessary besides their own rows, written once at its end.
///
/// FTS5 writes down what it holds back at every savepoint, and a statement with a trigger, an upsert or
/// a changed foreign key has one: numbers become findable when no such statement follows. And most
/// calls of a transaction began in the same hour, so that they are counted by one statement.
struct Withheld {
  /// Rows of `number` that are new.
  fileprivate var numbers: [(id: Int64, text: String)] = []
  fileprivate var counts: [CountedSpan: CallTally] = [:]
}

/// A row of `call_count`.
struct CountedSpan: Hashable {
  let span: Int64
  let place: Int64
}

extension Store {
  /// A number that is new is to be found.
  func withhold(number: String, _ id: Int64) {
    withheld.numbers.append((id, number))
  }

  /// A call that is new counts; those that change or go are counted by triggers.
  func withhold(callFrom start: Timestamp, _ status: CallStatus) {
    // All are counted at the end of filling.
    guard !isFilling else { return }
    for span in CallSpan.allCases {
      let key = CountedSpan(span: span.rawValue, place: span.place(of: start.milliseconds))
      withheld.counts[key, default: CallTally()] += CallTally(
        total: 1, answered: status == .answered ? 1 : 0, missed: status == .missed ? 1 : 0)
    }
  }

  func writeWithheld() throws(StoreError) {
    guard !withheld.numbers.isEmpty || !withheld.counts.isEmpty else { return }
    for number in withheld.numbers {
      try connection.run("INSERT INTO number_search (rowid, text) VALUES (?, ?)") {
        $0.add(number.id)
        $0.add(number.text)
      }
    }
    for (key, sum) in withheld.counts {
      try connection.run(
        """
        INSERT INTO call_count (span, place, calls, answered, missed) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (span, place) DO UPDATE SET calls = calls + excluded.calls,
          answered = answered + excluded.answered, missed = missed + excluded.missed
        """, key.span, key.place, sum.total, sum.answered, sum.missed)
    }
    withheld = Withheld()
  }

  /// After a rollback: what was stored is not there, and its ids may be given to something else.
  func forgetUncommitted() {
    phrases.forget()
    facets.forget()
    withheld = Withheld()
    if memo != nil { memo = TransactionMemo() }
  }
}
