import Domain
import Glibc

/// How long what came from the provider is kept.
public struct Retention: Equatable, Sendable {
  /// Days that deliveries are kept as they came.
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
    try expireJournal(before: now.advanced(bySeconds: -Int64(retention.journalDays) * day))
    if let days = retention.callDays {
      try purge(before: now.advanced(bySeconds: -Int64(days) * day), now: now)
    }
    try write { () throws(StoreError) in
      try set(.lastExpiry, to: String(now.milliseconds))
    }
  }

  /// From the oldest on: ids grow with time.
  private func expireJournal(before limit: Timestamp) throws(StoreError) {
    while true {
      let events = try connection.rows(
        "SELECT id FROM (SELECT id, received FROM event ORDER BY id LIMIT 1000) WHERE received < ?",
        limit
      ) { $0.integer() }
      guard !events.isEmpty else { break }
      try writeInBatches(events) { (id) throws(StoreError) in
        try connection.run("DELETE FROM event WHERE id = ?", id)
      }
    }
    _ = try spool.removeAside { $0.map { $0.received < limit } ?? false }
  }
}
