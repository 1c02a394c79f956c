import CSQLite

/// What happened to rows, as SQLite's session extension writes it down
/// (https://www.sqlite.org/sessionintro.html): of changed rows the changed columns before and after,
/// of new and deleted ones all.
struct Changeset {
  let bytes: [UInt8]

  enum Operation {
    case insert
    case update
    case delete
  }

  /// A row that is changed. Nil for values that are no integers.
  struct Row {
    let table: String
    let operation: Operation
    /// The key's columns and those that change.
    let old: [String: Int64?]
    let new: [String: Int64?]

    /// A column of the key, or of a row that is new or deleted.
    func id(_ column: String) -> Int64 {
      (old[column] ?? nil) ?? (new[column] ?? nil) ?? 0
    }

    /// What the column is before and after, where it is said and is an integer.
    func values(_ column: String) -> [Int64] {
      [old[column] ?? nil, new[column] ?? nil].compactMap { $0 }
    }
  }

  /// - Parameters:
  ///   - isInverted: as they are taken back.
  ///   - columns: of a table.
  func rows(
    isInverted: Bool, columns: (String) throws(StoreError) -> [String]
  ) throws(StoreError) -> [Row] {
    var iterator: OpaquePointer?
    var rows: [Row] = []
    // The iterator reads the bytes while it lives.
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    defer { buffer.deallocate() }
    buffer.copyBytes(from: bytes)
    let code = sqlite3changeset_start_v2(
      &iterator, Int32(buffer.count), buffer.baseAddress,
      isInverted ? SQLITE_CHANGESETSTART_INVERT : 0)
    guard code == SQLITE_OK, let iterator else { throw StoreError(code: code) }
    defer { sqlite3changeset_finalize(iterator) }
    while true {
      let code = sqlite3changeset_next(iterator)
      if code == SQLITE_DONE { return rows }
      guard code == SQLITE_ROW else { throw StoreError(code: code) }
      let change = Change(iterator)
      let columns = try columns(change.table)
      rows.append(
        Row(
          table: change.table, operation: change.operation,
          old: change.integers(columns, of: sqlite3changeset_old),
          new: change.integers(columns, of: sqlite3changeset_new)))
    }
  }

  /// The change that an iterator stands on.
  struct Change {
    typealias Reader = (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Int32

    let table: String
    let operation: Operation
    let columnCount: Int32
    private let iterator: OpaquePointer

    init(_ iterator: OpaquePointer) {
      var name: UnsafePointer<CChar>?
      var count: Int32 = 0
      var code: Int32 = 0
      sqlite3changeset_op(iterator, &name, &count, &code, nil)
      table = name.map { String(cString: $0) } ?? ""
      operation =
        code == SQLITE_INSERT ? .insert : code == SQLITE_DELETE ? .delete : .update
      columnCount = count
      self.iterator = iterator
    }

    /// Nil where nothing is said of the column.
    func value(_ column: Int32, of read: Reader) -> OpaquePointer? {
      var value: OpaquePointer?
      return read(iterator, column, &value) == SQLITE_OK ? value : nil
    }

    fileprivate func integers(_ columns: [String], of read: Reader) -> [String: Int64?] {
      var integers: [String: Int64?] = [:]
      for (index, column) in columns.enumerated() where index < columnCount {
        guard let value = value(Int32(index), of: read) else { continue }
        let isInteger = sqlite3_value_type(value) == SQLITE_INTEGER
        integers[column] = .some(isInteger ? sqlite3_value_int64(value) : nil)
      }
      return integers
    }
  }
}

/// Writes down what happens to rows of some tables while it lives.
final class ChangeRecorder {
  private let session: OpaquePointer

  private init(_ connection: Connection, tables: [String]) throws(StoreError) {
    var session: OpaquePointer?
    try connection.check(sqlite3session_create(connection.handle, "main", &session))
    guard let session else { throw .unexpected(code: SQLITE_MISUSE) }
    self.session = session
    for table in tables { try connection.check(sqlite3session_attach(session, table)) }
  }

  deinit {
    sqlite3session_delete(session)
  }

  /// - Parameters:
  ///   - tables: in the order in which what is written down is done again.
  ///   - body: what is written down.
  static func record<Result>(
    _ connection: Connection, _ tables: [String], _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> (Result, Changeset) {
    let recorder = try ChangeRecorder(connection, tables: tables)
    let result = try body()
    return (result, try recorder.changeset())
  }

  private func changeset() throws(StoreError) -> Changeset {
    var count: Int32 = 0
    var bytes: UnsafeMutableRawPointer?
    let code = sqlite3session_changeset(session, &count, &bytes)
    defer { sqlite3_free(bytes) }
    guard code == SQLITE_OK else { throw StoreError(code: code) }
    return Changeset(bytes: [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(count))))
  }
}
