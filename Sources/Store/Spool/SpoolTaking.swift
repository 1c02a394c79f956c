import Domain
import FoundationEssentials

/// What became of a part of the spool.
public struct SpoolTaking: Equatable, Sendable {
  /// Deliveries that are in the store now and were not before.
  public let taken: Int
  /// Records that nobody can take in; they stand in `<store>.spool.aside`.
  public let setAside: Int
  /// More waits: call again.
  public let remains: Bool
}

extension Store {
  /// Takes in some of what is spooled, each delivery once: the journal remembers the ids in the same
  /// transaction, and the file is emptied only after it.
  /// - Parameters:
  ///   - isPatient: waits for the store's lock up to five seconds instead of not at all.
  ///   - decode: nil for a delivery of an integration that is not there.
  /// - Returns: nil where the lock was not free: nothing was written.
  public func takeSpool(
    isPatient: Bool, now: Timestamp, decode: (ReceivedDelivery) -> IngestItem?
  ) throws(StoreError) -> SpoolTaking? {
    guard !spool.isEmpty else { return SpoolTaking(taken: 0, setAside: 0, remains: false) }
    let done =
      isPatient
      ? try write { () throws(StoreError) in try takeBatch(now: now, decode: decode) }
      : try tryWrite { () throws(StoreError) in try takeBatch(now: now, decode: decode) }
    guard let done else { return nil }
    spoolPosition = done.end
    let isEmpty = done.isLast ? try spool.clear(upTo: done.end) : false
    return SpoolTaking(taken: done.taken, setAside: done.setAside, remains: !isEmpty)
  }

  private func takeBatch(
    now: Timestamp, decode: (ReceivedDelivery) -> IngestItem?
  ) throws(StoreError) -> (taken: Int, setAside: Int, end: Spool.Position, isLast: Bool) {
    let batch = try spool.read(after: spoolPosition)
    var aside = batch.unreadable
    var results: [IngestResult] = []
    for delivery in batch.deliveries {
      guard try !isJournaled(delivery.id) else { continue }
      if let item = decode(delivery), let result = try takeAlone(item, now: now) {
        results.append(result)
      } else {
        aside.append(delivery.spoolLine)
      }
    }
    try settle(results, now: now)
    if !aside.isEmpty { try spool.setAside(aside) }
    return (results.count, aside.count, batch.end, batch.isLast)
  }

  private func isJournaled(_ delivery: UUID) throws(StoreError) -> Bool {
    try connection.integer("SELECT EXISTS (SELECT 1 FROM event WHERE delivery = ?)", delivery) == 1
  }

  /// Nil, and nothing written, where what the delivery says cannot be stored: it must not keep those
  /// behind it waiting for ever.
  private func takeAlone(_ item: IngestItem, now: Timestamp) throws(StoreError) -> IngestResult? {
    let before = withheld
    try connection.run("SAVEPOINT delivery")
    do throws(StoreError) {
      let result = try takeAndJournal(item, now: now)
      try connection.run("RELEASE delivery")
      return result
    } catch  where error == .invalid || error == .missing {
      forgetUncommitted()
      withheld = before
      try connection.run("ROLLBACK TO delivery")
      try connection.run("RELEASE delivery")
      return nil
    }
  }
}
