import CSQLite

/// How writers and checkpoints keep out of each other's way.
///
/// SQLite 3.7.0 to 3.51.2 can lose commits when two connections write and checkpoint one WAL at the
/// same instant (https://www.sqlite.org/wal.html#walresetbug). With such a library every write
/// transaction and every checkpoint happens under one lock of our own.
package enum WALRule {
  /// One lock file around every write and checkpoint; no automatic checkpoints.
  case serialised
  /// SQLite's own locks and its automatic checkpoints are enough.
  case library

  package static var current: WALRule {
    forLibrary(version: sqlite3_libversion_number())
  }

  /// - Parameter version: as `sqlite3_libversion_number()` answers: 3051003 is 3.51.3.
  static func forLibrary(version: Int32) -> WALRule {
    version < 3_051_003 ? .serialised : .library
  }

  /// What a page takes in the -wal, in bytes (https://www.sqlite.org/fileformat2.html#walformat).
  static let frameSize = 4096 + 24
  /// The -wal is put back when a write leaves more than this in it, in bytes.
  static let checkpointSize: Int64 = 4 << 20
  /// A -wal larger than this is worth waiting for those who read, for `wait` milliseconds; where
  /// that was not enough, not again before `waitPause` milliseconds.
  static let waitingSize: Int64 = 8 << 20
  static let wait: Int32 = 100
  static let waitPause: Int64 = 1000
}
