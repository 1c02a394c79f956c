import Domain
import Foundation
import Store

/// A process that migrates a store is killed at random moments: the store is the old or the new one,
/// never between, and the backup beside it is whole or not there. The next start migrates it.
struct MigrationRun {
  let rounds: Int

  private static let calls = 4000

  /// Two versions to come: tables, columns, indexes, and much that is moved about.
  static let migrations =
    Schema.migrations + [
      {
        """
        ALTER TABLE call ADD COLUMN half INTEGER;
        UPDATE call SET half = id / 2;
        CREATE TABLE moved AS SELECT id, provider_id, hex(randomblob(100)) AS filler FROM call;
        CREATE INDEX moved_by_filler ON moved (filler);
        """
      },
      {
        """
        DELETE FROM event WHERE id % 2 = 0;
        UPDATE moved SET filler = hex(randomblob(100));
        CREATE INDEX call_by_half ON call (half, start);
        """
      },
    ]

  private struct Count {
    var old = 0
    var new = 0
    var withBackup = 0
    var faults: [String] = []
  }

  func start() throws -> Bool {
    let place = try Workplace()
    try fill(place)
    let whole = try migrate(place, killingAfter: nil)
    Report.line(
      "migration: \(rounds) rounds, \(MigrationRun.calls) calls, "
        + "\(Int(whole * 1000)) ms from start to end")
    var count = Count()
    for _ in 0..<rounds {
      _ = try migrate(place, killingAfter: Double.random(in: 0...(whole * 1.1)))
      try judge(place, &count)
    }
    let isKept = [
      Report.promise("\(count.old) times the old store", count.old > 0),
      Report.promise("\(count.new) times the new store", count.new > 0),
      Report.promise("\(count.withBackup) backups, all whole", count.withBackup > 0),
      Report.promise("\(count.faults.count) faults", count.faults.isEmpty),
    ].allSatisfy { $0 }
    for fault in Set(count.faults).prefix(10) { Report.line("  \(fault)") }
    place.isKept = !isKept
    return isKept
  }

  private func original(_ place: Workplace) -> String {
    place.path("original.db")
  }

  private func fill(_ place: Workplace) throws {
    let store = try Store.open(place.store, access: .writer, actor: "stress")
    guard let integration = try store.integrations().first?.id else { return }
    let items = (0..<MigrationRun.calls).map {
      StressDelivery(id: "call-\($0)", number: $0).item(of: integration)
    }
    _ = try store.ingest(items, now: Timestamp.now)
    try store.backUp(to: original(place))
    // In the mode of a store in use.
    try Store.open(original(place), access: .writer, actor: "stress").close()
  }

  /// Puts the old store there and has a process migrate it.
  /// - Returns: how long that took, in seconds.
  private func migrate(_ place: Workplace, killingAfter seconds: Double?) throws -> Double {
    for name in try FileManager.default.contentsOfDirectory(atPath: place.folder)
    where name.hasPrefix("shop.db") || name.hasPrefix(".carbook") {
      unlink(place.path(name))
    }
    try FileManager.default.copyItem(atPath: original(place), toPath: place.store)
    let began = Deadline.now
    let process = try ChildProcess(.migrator, name: "migrator", in: place, seconds: 0)
    if let seconds {
      Deadline.pause(seconds)
      process.kill()
    } else if process.waitForExit(60) != .status(0) {
      throw StressError("the migration does not end: \(process.errors)")
    }
    return Deadline.now - began
  }

  private func judge(_ place: Workplace, _ count: inout Count) throws {
    let backup = place.store + ".v\(Schema.migrations.count).backup"
    let isNew = isNewAndWhole(place.store)
    guard let isNew else {
      count.faults.append("the store is neither old nor new")
      return
    }
    if isNew { count.new += 1 } else { count.old += 1 }
    let hasBackup = access(backup, F_OK) == 0
    if hasBackup { count.withBackup += 1 }
    if hasBackup, isNewAndWhole(backup) != false { count.faults.append("a torn backup") }
    if isNew, !hasBackup { count.faults.append("a new store without a backup") }
    // The next one to start makes it good.
    try Store(
      place.store, access: .writer, actor: "stress", rule: .current,
      migrations: MigrationRun.migrations
    ).close()
    if isNewAndWhole(place.store) != true { count.faults.append("not migrated by the next") }
    if isNewAndWhole(backup) != false { count.faults.append("no backup after the next") }
  }

  /// Nil where it is something between.
  private func isNewAndWhole(_ path: String) -> Bool? {
    try? whole(path)
  }

  private func whole(_ path: String) throws -> Bool? {
    let store = try Inspection(path)
    guard store.integrity == "ok" else { return nil }
    let version = try store.count("PRAGMA user_version")
    let calls = try store.count("SELECT count(*) FROM call")
    let events = try store.count("SELECT count(*) FROM event")
    let moved = try store.count("SELECT count(*) FROM sqlite_schema WHERE name = 'moved'")
    guard calls == MigrationRun.calls else { return nil }
    switch version {
    case Schema.migrations.count:
      return moved == 0 && events == calls ? false : nil
    case MigrationRun.migrations.count:
      let halves = try store.count("SELECT count(*) FROM call WHERE half = id / 2")
      let rows = moved == 1 ? try store.count("SELECT count(*) FROM moved") : 0
      return halves == calls && rows == calls && events == calls / 2 ? true : nil
    default: return nil
    }
  }
}
