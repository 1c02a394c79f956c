import Domain

extension Store {
  func journal(
    _ raw: RawDelivery, of delivery: IngestItem, outcome: JournalEntry.Outcome, call: Call.ID?
  ) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO event
        (received, integration_id, call_id, occasion, outcome, method, query, media_type, headers,
        body, delivery)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) {
      $0.add(delivery.received)
      $0.add(delivery.integration)
      $0.add(call)
      $0.add(delivery.occasion.rawValue)
      $0.add(outcome.rawValue)
      $0.add(raw.method)
      $0.add(raw.query)
      $0.add(raw.mediaType)
      $0.add(HeaderText.text(of: raw.headers))
      $0.add(raw.body)
      $0.add(delivery.delivery)
    }
  }

  /// The deliveries of a call, newest first.
  /// - Parameter limit: only so many of them; nil for all.
  public func rawEvents(
    of call: Call.ID, limit: Int? = nil
  ) throws(StoreError) -> [JournalEntry] {
    try connection.rows(
      "SELECT \(JournalEntry.columns) FROM event WHERE call_id = ? ORDER BY id DESC LIMIT ?", call,
      limit ?? -1
    ) { JournalEntry(row: &$0) }
  }
}

extension JournalEntry {
  /// The columns that `init(row:)` reads.
  static let columns = "received, occasion, outcome, method, query, media_type, headers, body"

  init(row: inout Row) {
    let received = row.time()
    let occasion = Occasion(rawValue: row.text()) ?? .after
    let outcome = Outcome(rawValue: row.int()) ?? .repeated
    self.init(
      received: received, occasion: occasion, outcome: outcome,
      raw: RawDelivery(
        method: row.text(), query: row.text(), mediaType: row.optionalText(),
        headers: HeaderText.headers(in: row.optionalText()), body: row.optionalBlob() ?? []))
  }
}

/// Header fields as they stand in the journal: a line each, as in HTTP, which allows no line feed
/// inside one.
private enum HeaderText {
  /// Nil for none.
  static func text(of headers: [RawDelivery.Header]) -> String? {
    guard !headers.isEmpty else { return nil }
    return headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
  }

  static func headers(in text: String?) -> [RawDelivery.Header] {
    (text ?? "").split(separator: "\n").map { line in
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return RawDelivery.Header(
        name: String(parts[0]), value: parts.count == 2 ? String(parts[1].dropFirst()) : "")
    }
  }
}
