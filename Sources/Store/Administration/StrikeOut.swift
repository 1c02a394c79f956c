import Domain

extension Store {
  /// Where people and the provider may have written a number: table and column.
  private static let freeTexts: [(table: String, key: String, column: String)] = [
    ("contact", "id", "name"), ("contact", "id", "note"), ("contact", "id", "external_id"),
    ("contact", "id", "google_client_id"), ("organization", "id", "name"),
    ("customer_order", "id", "number"), ("customer_order", "id", "comment"),
    ("customer_order", "id", "note"), ("customer_order", "id", "make"),
    ("customer_order", "id", "model"), ("customer_order", "id", "plate"),
    ("customer_order", "id", "vin"),
    ("call_hand", "call_id", "note"), ("phrase", "id", "text"), ("employee", "id", "name"),
    ("employee", "id", "department"), ("source", "id", "source"), ("source", "id", "medium"),
    ("source", "id", "campaign"), ("source", "id", "content"), ("source", "id", "term"),
  ]
  /// The same of a call: so many rows that SQLite looks, for the digits in one piece.
  private static let callTexts = ["recording", "card", "google_client_id"]

  /// Strikes the number out of every text.
  /// - Returns: how many texts it was in.
  func strikeOut(_ trace: NumberTrace, now: Timestamp) throws(StoreError) -> Int {
    var count = 0
    for (table, key, column) in Store.freeTexts {
      let texts = try connection.rows(
        "SELECT \(key), \(column) FROM \(table) WHERE \(column) IS NOT NULL"
      ) { (id: $0.integer(), text: $0.text()) }
      for (id, text) in texts {
        // With the row's id, as some of these texts are unique.
        guard let clean = trace.replaced(in: text, by: "***\(id)***") else { continue }
        try connection.run("UPDATE \(table) SET \(column) = ? WHERE \(key) = ?", clean, id)
        if table == "contact" && column == "name" { try renamed(Contact.ID(id), clean) }
        if table == "contact" && column == "note" { try index(Contact.ID(id)) }
        if table == "customer_order" { try index(Order.ID(id)) }
        if table == "call_hand" { try indexNote(of: Call.ID(id)) }
        count += 1
      }
    }
    for column in Store.callTexts {
      try connection.run(
        "UPDATE call SET \(column) = replace(\(column), ?1, '***') WHERE instr(\(column), ?1) > 0",
        trace.digits)
      count += connection.changes
    }
    phrases.forget()
    return try count + strikeOutEmails(trace)
  }

  private func renamed(_ id: Contact.ID, _ name: String) throws(StoreError) {
    try connection.run("UPDATE contact SET name_key = ? WHERE id = ?", NameKey(name), id)
    try keepOwner(ofNumbersOf: id)
    try index(id)
  }

  /// An address with something struck out of it is none.
  private func strikeOutEmails(_ trace: NumberTrace) throws(StoreError) -> Int {
    let emails = try connection.rows("SELECT contact_id, place, email FROM contact_email") {
      (contact: $0.integer(), place: $0.integer(), email: $0.text())
    }.filter { trace.isIn($0.email) }
    for email in emails {
      try connection.run(
        "DELETE FROM contact_email WHERE contact_id = ? AND place = ?", email.contact, email.place)
    }
    return emails.count
  }
}
