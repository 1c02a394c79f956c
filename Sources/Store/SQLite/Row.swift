import CSQLite
import Domain

/// The row a statement stands on, read column by column in the order of the SELECT.
struct Row {
  private let statement: OpaquePointer
  private var column: Int32 = 0

  init(statement: OpaquePointer) {
    self.statement = statement
  }

  mutating func optionalInteger() -> Int64? {
    defer { column += 1 }
    return sqlite3_column_type(statement, column) == SQLITE_NULL
      ? nil : sqlite3_column_int64(statement, column)
  }

  /// 0 for NULL, as SQLite has it.
  mutating func integer() -> Int64 {
    defer { column += 1 }
    return sqlite3_column_int64(statement, column)
  }

  mutating func optionalInt() -> Int? {
    optionalInteger().map { Int($0) }
  }

  mutating func int() -> Int {
    Int(integer())
  }

  mutating func bool() -> Bool {
    integer() != 0
  }

  mutating func optionalText() -> String? {
    defer { column += 1 }
    guard let text = sqlite3_column_text(statement, column) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }

  mutating func text() -> String {
    optionalText() ?? ""
  }

  /// A text's bytes where SQLite has them, for as long as `body` runs; none for NULL.
  mutating func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    defer { column += 1 }
    let text = sqlite3_column_text(statement, column)
    return body(
      UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, column))))
  }

  mutating func optionalBlob() -> [UInt8]? {
    defer { column += 1 }
    guard sqlite3_column_type(statement, column) != SQLITE_NULL else { return nil }
    let bytes = sqlite3_column_blob(statement, column)
    return [UInt8](
      UnsafeRawBufferPointer(
        start: bytes, count: Int(sqlite3_column_bytes(statement, column))))
  }

  mutating func time() -> Timestamp {
    Timestamp(milliseconds: integer())
  }

  mutating func optionalTime() -> Timestamp? {
    optionalInteger().map(Timestamp.init(milliseconds:))
  }

  mutating func id<Entity>() -> Identifier<Entity> {
    Identifier(integer())
  }

  mutating func optionalID<Entity>() -> Identifier<Entity>? {
    optionalInteger().map { Identifier($0) }
  }

  /// Two columns: kind, text.
  mutating func optionalNumber() -> PhoneNumber? {
    let kind = optionalInt()
    let text = optionalText()
    guard let kind, let text else { return nil }
    return PhoneNumber(kind: PhoneNumber.Kind(rawValue: kind) ?? .other, text: text)
  }
}
