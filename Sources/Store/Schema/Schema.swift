/// The tables. Times are Unix milliseconds, UTC; durations are seconds; codes are in `Codes.swift`.
///
/// Where a table has no row id its key's columns stand first: integrity_check of SQLite 3.40 finds
/// NULLs that are not there in any other order.
package enum Schema {
  /// "CrBk": tells our files from other programs' (https://www.sqlite.org/pragma.html#pragma_application_id).
  static let applicationID: Int64 = 0x4372_426B

  /// Script n brings a store from version n to n + 1: never changed once released, only appended to.
  /// They are put together where one is needed: nearly every store that is opened is up to date.
  package static let migrations: [Migration] = [{ version1 }, { owners }]

  package typealias Migration = @Sendable () -> String

  /// Its parts stand in files of their own.
  private static let version1 = [
    numbers, integrations, routing, contacts, orders, calls, callBacks, history, provider, settings,
    counts,
  ].joined(separator: "\n\n")
}
