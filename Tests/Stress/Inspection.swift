import CSQLite

/// Looks into the store with SQLite alone, not through our own layer. Read-only, so that closing it
/// checkpoints nothing.
final class Inspection {
  private var handle: OpaquePointer?

  init(_ path: String) throws {
    guard sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else {
      throw StressError("cannot open \(path)")
    }
    sqlite3_busy_timeout(handle, 10_000)
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  /// The first column of all rows.
  /// - Throws: SQLite's own words; a store that cannot be read is a finding.
  func texts(_ sql: String, _ value: String? = nil) throws -> [String] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw failure }
    defer { sqlite3_finalize(statement) }
    if let value { sqlite3_bind_text(statement, 1, value, -1, csqlite_transient()) }
    var texts: [String] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        texts.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
      case SQLITE_DONE: return texts
      default: throw failure
      }
    }
  }

  func count(_ sql: String, _ value: String? = nil) throws -> Int {
    try texts(sql, value).first.flatMap { Int($0) } ?? 0
  }

  func run(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// `ok`, or what is wrong.
  var integrity: String {
    do {
      let findings = try texts("PRAGMA integrity_check").joined(separator: "\n").split(
        separator: "\n")
      return findings.prefix(3).joined(separator: "; ")
    } catch {
      return "\(error)"
    }
  }

  private var failure: StressError {
    StressError("SQLite: \(sqlite3_errmsg(handle).map { String(cString: $0) } ?? "?")")
  }
}
