import Domain

/// What is set for the store as a whole; the raw values stand in the file.
enum Setting: String {
  /// Days, both; no row for the default.
  case journalDays = "journal_days"
  case callDays = "call_days"
  /// When what is too old was last deleted, in milliseconds.
  case lastExpiry = "last_expiry"
  /// Calls that began before are not fetched again, in milliseconds.
  case fetchFloor = "fetch_floor"
  /// What orders' numbers look like, as an example: `A-10001`; no row for as the newest one's.
  case orderNumber = "order_number"
  /// Hexadecimal; no row where nothing was ever forgotten.
  case forgettingSalt = "forgetting_salt"
}

extension Store {
  func setting(_ setting: Setting) throws(StoreError) -> String? {
    try connection.first("SELECT value FROM setting WHERE name = ?", setting.rawValue) { $0.text() }
  }

  func time(_ setting: Setting) throws(StoreError) -> Timestamp? {
    try self.setting(setting).flatMap { Int64($0) }.map(Timestamp.init(milliseconds:))
  }

  /// - Parameter value: nil for the default.
  func set(_ setting: Setting, to value: String?) throws(StoreError) {
    memo?.forgettingSalt = nil
    guard let value else {
      return try connection.run("DELETE FROM setting WHERE name = ?", setting.rawValue)
    }
    try connection.run(
      "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      setting.rawValue, value)
  }
}
