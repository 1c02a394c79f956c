import Domain

extension Store {
  /// Makes a call findable by its note as it now is.
  func indexNote(of call: Call.ID) throws(StoreError) {
    let note = try connection.first("SELECT note FROM call_hand WHERE call_id = ?", call) {
      $0.optionalText()
    }
    try connection.run("DELETE FROM note_search WHERE rowid = ?", call)
    guard let note = note ?? nil else { return }
    try connection.run(
      "INSERT INTO note_search (rowid, search) VALUES (?, ?)", call, NameKey(note).text)
  }

  /// Full-text indexes keep what was deleted until their parts are merged
  /// (https://www.sqlite.org/fts5.html, 6.8): after a number was deleted for good they are made anew.
  func rebuildSearch() throws(StoreError) {
    try writeWithheld()
    for index in ["contact_search", "order_search", "note_search", "number_search"] {
      try connection.run("INSERT INTO \(index) (\(index)) VALUES ('rebuild')")
    }
  }
}
