import CSQLite

/// Gives a statement its values, one after the other.
struct Binder {
  let statement: OpaquePointer
  private var place: Int32 = 0
  /// SQLite's result code of the first value that could not be bound.
  private(set) var code = SQLITE_OK

  init(statement: OpaquePointer) {
    self.statement = statement
  }

  /// What is not bound is NULL. Inlined, as a value of unknown type is copied by what its metadata say:
  /// twice the work of binding it.
  @inline(__always)
  mutating func add(_ value: (some Bindable)?) {
    place += 1
    guard let value, code == SQLITE_OK else { return }
    code = value.bind(to: statement, at: place)
  }

  mutating func add(boxed value: (any Bindable)?) {
    guard let value else {
      place += 1
      return
    }
    add(value)
  }
}
