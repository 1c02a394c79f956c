import Domain

extension Store {
  /// The names of all employees, in the order of the Ukrainian alphabet.
  public func staffNames() throws(StoreError) -> [String] {
    try connection.rows("SELECT name FROM staff") { $0.text() }
      .sorted { NameKey($0) < NameKey($1) }
  }
}
