import Domain
import Glibc

/// How long what came from the provider is kept.
public struct Retention: Equatable, Sendable {
  /// Days that deliveries are kept as they came, history, and unfinished forms.
  public var journalDays: Int
  /// Days that calls are kept; nil for ever.
  public var callDays: Int?

  public static let standard = Retention(journalDays: 365, callDays: nil)

  public init(journalDays: Int, callDays: Int?) {
    self.journalDays = journalDays
    self.callDays = callDays
  }
}

extension Store {
  public func retention() throws(StoreError) -> Retention {
    let journal = try setting(.journalDays).flatMap { Int($0) }
    return Retention(
      journalDays: journal ?? Retention.standard.journalDays,
      callDays: try setting(.callDays).flatMap { Int($0) })
  }

  /// What is too old by it goes with the next `expire`.
  public func setRetention(_ retention: Retention, now: Timestamp) throws(StoreError) {
    try write { () throws(StoreError) in
      try set(.journalDays, to: String(retention.journalDays))
      try set(.callDays, to: retention.callDays.map(String.init))
      try set(.lastExpiry, to: nil)
      try record(.setRetention, .store, now: now)
    }
  }

  /// Deletes what is older than the retention says, in short transactions, once a day: for the
  /// process that listens to call as often as it likes.
  public func expire(now: Timestamp) throws(StoreError) {
    let day: Int64 = 86_400
    // A time that is yet to come was written by a clock that was wrong.
    if let last = try time(.lastExpiry), (0..<day).contains(now.seconds(since: last)) { return }
    let retention = try retention()
    let oldest = now.advanced(bySeconds: -Int64(retention.journalDays) * day)
    try expire("event", "received", before: oldest)
    _ = try spool.removeAside { $0.map { $0.received < oldest } ?? false }
    try expire("history", "at", before: oldest)
    try expire("route_answer", "at", before: oldest)
    try write { () throws(StoreError) in
      try connection.run("DELETE FROM form_draft WHERE at < ?", oldest)
      try dropTokens(before: now)
      // A console that has been open for so long can take back what is newer.
      try connection.run(
        "UPDATE history SET changeset = NULL WHERE changeset IS NOT NULL AND at < ?",
        now.advanced(bySeconds: -Store.undoDays * day))
    }
    if let days = retention.callDays {
      try purge(before: now.advanced(bySeconds: -Int64(days) * day), now: now)
    }
    try write { () throws(StoreError) in
      try set(.lastExpiry, to: String(now.milliseconds))
    }
  }

  /// How long a step can be taken back.
  private static let undoDays: Int64 = 7

  /// From the oldest on: ids grow with time.
  private func expire(
    _ table: String, _ time: String, before limit: Timestamp
  ) throws(StoreError) {
    while true {
      let rows = try connection.rows(
        """
        SELECT id FROM (SELECT id, \(time) FROM \(table) ORDER BY id LIMIT 1000)
        WHERE \(time) < ?
        """, limit
      ) { $0.integer() }
      guard !rows.isEmpty else { return }
      try writeInBatches(rows) { (id) throws(StoreError) in
        try connection.run("DELETE FROM \(table) WHERE id = ?", id)
      }
    }
  }
}
