import Domain

/// How many calls there are in a stretch of time. It is kept with every change of a call
/// (`call_count`): of those that change or go by triggers, of new ones with the rest of their
/// transaction (`Withheld`). So that where one stands among ten million is the sum of a few hundred rows, and
/// only the calls at both edges are counted one by one.
extension Store {
  /// - Parameter range: Unix milliseconds.
  func figures(in range: ClosedRange<Int64>) throws(StoreError) -> CallTally {
    try figures(in: range, by: CallSpan.allCases[...])
  }

  private func figures(
    in range: ClosedRange<Int64>, by spans: ArraySlice<CallSpan>
  ) throws(StoreError) -> CallTally {
    guard let span = spans.first else { return try countedFigures(in: range) }
    let finer = spans.dropFirst()
    guard let places = span.places(in: range) else { return try figures(in: range, by: finer) }
    var sum = try keptFigures(span, places)
    let (first, last) = (span.range(of: places.lowerBound), span.range(of: places.upperBound))
    if range.lowerBound < first.lowerBound {
      sum += try figures(in: range.lowerBound...(first.lowerBound - 1), by: finer)
    }
    if last.upperBound < range.upperBound {
      sum += try figures(in: (last.upperBound + 1)...range.upperBound, by: finer)
    }
    return sum
  }

  private func keptFigures(
    _ span: CallSpan, _ places: ClosedRange<Int64>
  ) throws(StoreError) -> CallTally {
    try connection.first(
      """
      SELECT sum(calls), sum(answered), sum(missed) FROM call_count
      WHERE span = ? AND place >= ? AND place <= ?
      """, span.rawValue, places.lowerBound, places.upperBound, read: CallTally.init) ?? .init()
  }

  /// One by one.
  private func countedFigures(in range: ClosedRange<Int64>) throws(StoreError) -> CallTally {
    try connection.first(
      """
      SELECT count(*), sum(status = ?), sum(status = ?) FROM call WHERE start >= ? AND start <= ?
      """, CallStatus.answered.code, CallStatus.missed.code, range.lowerBound, range.upperBound,
      read: CallTally.init) ?? .init()
  }

  // MARK: - Making them anew

  /// Tables whose number of rows is kept too.
  private static let recounted = ["call", "call_back"]

  /// Whether what is kept is what the log says. Reads an index of all calls.
  public func countsAreRight() throws(StoreError) -> Bool {
    let rows = try connection.rows(
      "SELECT span, place, calls, answered, missed FROM call_count WHERE calls <> 0"
    ) { (CountedSpan(span: $0.integer(), place: $0.integer()), CallTally(row: &$0)) }
    let kept = try Store.recounted.map { (table) throws(StoreError) in try count(table) }
    guard try kept == countedRows() else { return false }
    return try Dictionary(uniqueKeysWithValues: rows) == countedSpans()
  }

  /// - Returns: false where nothing was wrong.
  public func repairCounts() throws(StoreError) -> Bool {
    if try countsAreRight() { return false }
    try write { () throws(StoreError) in try recount() }
    return true
  }

  /// Counts all calls again; part of a transaction.
  func recount() throws(StoreError) {
    try writeWithheld()
    try connection.run("DELETE FROM call_count")
    for (key, sum) in try countedSpans() {
      try connection.run(
        """
        INSERT INTO call_count (span, place, calls, answered, missed) VALUES (?, ?, ?, ?, ?)
        """, key.span, key.place, sum.total, sum.answered, sum.missed)
    }
    for (table, count) in zip(Store.recounted, try countedRows()) {
      try connection.run("UPDATE tally SET value = ? WHERE name = ?", count, table)
    }
  }

  private func countedRows() throws(StoreError) -> [Int] {
    try Store.recounted.map { (table) throws(StoreError) in
      Int(try connection.integer("SELECT count(*) FROM \(table)"))
    }
  }

  private func countedSpans() throws(StoreError) -> [CountedSpan: CallTally] {
    var counts: [CountedSpan: CallTally] = [:]
    var next = Int64.min
    while let start = try connection.first(
      "SELECT start FROM call WHERE start >= ? ORDER BY start LIMIT 1", next,
      read: { $0.integer() })
    {
      let range = CallSpan.hours.range(of: CallSpan.hours.place(of: start))
      let sum = try countedFigures(in: range)
      for span in CallSpan.allCases {
        let key = CountedSpan(span: span.rawValue, place: span.place(of: start))
        counts[key, default: CallTally()] += sum
      }
      guard range.upperBound < .max else { break }
      next = range.upperBound + 1
    }
    return counts
  }
}

extension CallTally {
  /// From three columns in the order of its members.
  fileprivate init(row: inout Row) {
    self.init(total: row.int(), answered: row.int(), missed: row.int())
  }
}
