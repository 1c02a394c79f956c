import CSQLite

/// The tables that people fill, and how a change of theirs is taken back or done again while others
/// go on changing them.
enum HandMade {
  /// Those that point at others stand before them.
  static let tables = [
    "call_hand", "prompt", "dealt_with", "contact_number", "contact_email", "contact_organization",
    "customer_order", "contact", "organization", "staff", "repair_status",
  ]
  /// What follows from other columns, or counts changes: not what somebody has entered.
  static let derivedColumns = ["version", "search"]
  /// Made in passing when somebody is said to belong to them.
  private static let inPassing = ["organization", "staff"]

  /// Rows that a change finds otherwise than it left them.
  private final class Rule {
    let derived: [String: Set<Int32>]
    let isPartial: Bool

    init(derived: [String: Set<Int32>], isPartial: Bool) {
      self.derived = derived
      self.isPartial = isPartial
    }
  }

  /// - Parameters:
  ///   - isInverted: takes it back.
  ///   - isOfContacts: what it does to organizations and employees it does in passing.
  ///   - columns: of a table.
  /// - Returns: false where somebody has changed the same since; nothing was done then.
  static func apply(
    _ changeset: Changeset, isInverted: Bool, isOfContacts: Bool, to connection: Connection,
    columns: (String) throws(StoreError) -> [String]
  ) throws(StoreError) -> Bool {
    var derived: [String: Set<Int32>] = [:]
    for table in tables {
      let names = try columns(table)
      derived[table] = Set(
        names.indices.filter { derivedColumns.contains(names[$0]) }.map { Int32($0) })
    }
    // Where others belong by now to what was made in passing, it stays.
    for isPartial in isOfContacts ? [false, true] : [false] {
      let rule = Rule(derived: derived, isPartial: isPartial)
      let code = apply(changeset, isInverted: isInverted, to: connection, rule)
      if code == SQLITE_OK { return true }
      guard code & 0xFF == SQLITE_ABORT || code & 0xFF == SQLITE_CONSTRAINT else {
        throw StoreError(code: code)
      }
    }
    return false
  }

  private static func apply(
    _ changeset: Changeset, isInverted: Bool, to connection: Connection, _ rule: Rule
  ) -> Int32 {
    var bytes = changeset.bytes
    return withExtendedLifetime(rule) {
      bytes.withUnsafeMutableBytes { bytes in
        sqlite3changeset_apply_v2(
          connection.handle, Int32(bytes.count), bytes.baseAddress,
          { context, table in
            guard let context, let table else { return 1 }
            let rule = Unmanaged<Rule>.fromOpaque(context).takeUnretainedValue()
            return rule.isPartial && HandMade.inPassing.contains(String(cString: table)) ? 0 : 1
          },
          { context, conflict, iterator in
            guard let context, let iterator else { return SQLITE_CHANGESET_ABORT }
            let rule = Unmanaged<Rule>.fromOpaque(context).takeUnretainedValue()
            return HandMade.resolve(conflict, Changeset.Change(iterator), conflict: rule.derived)
          }, Unmanaged.passUnretained(rule).toOpaque(), nil, nil,
          isInverted ? SQLITE_CHANGESETAPPLY_INVERT : 0)
      }
    }
  }

  /// What SQLite is to do with a row that is not as it was left
  /// (https://www.sqlite.org/session/c_changeset_abort.html).
  private static func resolve(
    _ conflict: Int32, _ change: Changeset.Change, conflict derived: [String: Set<Int32>]
  ) -> Int32 {
    // A foreign key's violation stands on no row.
    guard conflict != SQLITE_CHANGESET_FOREIGN_KEY else { return SQLITE_CHANGESET_ABORT }
    // A question goes its own way: calls ask it again, other consoles answer it.
    if change.table == "prompt" {
      return conflict == SQLITE_CHANGESET_DATA && change.operation == .delete
        ? SQLITE_CHANGESET_REPLACE : SQLITE_CHANGESET_OMIT
    }
    if conflict == SQLITE_CHANGESET_CONFLICT, inPassing.contains(change.table),
      isAsExpected(change, sqlite3changeset_new, besides: [])
    {
      return SQLITE_CHANGESET_OMIT
    }
    if conflict == SQLITE_CHANGESET_DATA,
      isAsExpected(change, sqlite3changeset_old, besides: derived[change.table] ?? [])
    {
      return SQLITE_CHANGESET_REPLACE
    }
    return SQLITE_CHANGESET_ABORT
  }

  /// Whether the row that is there has the values that it should have.
  private static func isAsExpected(
    _ change: Changeset.Change, _ expected: Changeset.Change.Reader, besides derived: Set<Int32>
  ) -> Bool {
    (0..<change.columnCount).allSatisfy { column in
      guard !derived.contains(column), let value = change.value(column, of: expected) else {
        return true
      }
      return change.value(column, of: sqlite3changeset_conflict).map { isSame($0, value) } ?? false
    }
  }

  private static func isSame(_ left: OpaquePointer, _ right: OpaquePointer) -> Bool {
    let type = sqlite3_value_type(left)
    guard type == sqlite3_value_type(right) else { return false }
    switch type {
    case SQLITE_NULL: return true
    case SQLITE_INTEGER: return sqlite3_value_int64(left) == sqlite3_value_int64(right)
    case SQLITE_FLOAT: return sqlite3_value_double(left) == sqlite3_value_double(right)
    default: return bytes(left).elementsEqual(bytes(right))
    }
  }

  private static func bytes(_ value: OpaquePointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: sqlite3_value_blob(value), count: Int(sqlite3_value_bytes(value)))
  }
}
