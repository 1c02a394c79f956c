import Domain

/// A word that is looked for, and in which rows it stands where that is known: nil where there are
/// too many to list, or it is too short for the index.
struct CallTerm {
  /// Any of them.
  let spellings: [String]
  private let patterns: [[UInt8]]
  var numbers: Set<Int64>?
  /// Those that are found by their orders included.
  var contacts: Set<Int64>?
  var orders: Set<Int64>?
  var notes: Set<Int64>?

  init(spellings: [String]) {
    // Where one is long enough for the index the others are left aside.
    let long = spellings.filter { $0.unicodeScalars.count >= 3 }
    self.spellings = long.isEmpty ? spellings : long
    patterns = self.spellings.map { Array($0.utf8) }
  }

  /// One or two letters find the names that begin with them, and nothing else.
  var isBeginning: Bool {
    spellings.contains { spelling in
      spelling.unicodeScalars.count < 3 && !spelling.allSatisfy(\.isASCIIDigit)
    }
  }

  /// Byte by byte, as SQLite's `instr` does.
  /// - Parameter text: folded.
  func isIn(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { text in
      patterns.contains { pattern in
        guard let first = pattern.first, pattern.count <= text.count else { return false }
        return (0...(text.count - pattern.count)).contains { start in
          text[start] == first
            && pattern.indices.allSatisfy { text[start + $0] == pattern[$0] }
        }
      }
    }
  }

  fileprivate var search: ContactSearch {
    ContactSearch(terms: [spellings])
  }
}

extension Store {
  /// Of an order's search text its number's key.
  static let numberKey = "substr(o.search, 1, instr(o.search || char(10), char(10)))"

  func numbers(with term: CallTerm) throws(StoreError) -> Set<Int64>? {
    guard term.spellings.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else { return [] }
    return try rows(
      "SELECT n.id FROM number_search s JOIN number n ON n.id = s.rowid WHERE number_search MATCH ?",
      "n.text", term)
  }

  /// - Parameter column: what of the order the term has to stand in.
  func orders(
    with term: CallTerm, in column: String = "o.search"
  ) throws(StoreError) -> Set<Int64>? {
    try rows(
      """
      SELECT o.id FROM order_search s JOIN customer_order o ON o.id = s.rowid
      WHERE order_search MATCH ?
      """, column, term)
  }

  func term(_ spellings: [String]) throws(StoreError) -> CallTerm {
    var term = CallTerm(spellings: spellings)
    if term.isBeginning {
      (term.numbers, term.orders, term.notes) = ([], [], [])
      term.contacts = try contacts(beginningWith: term)
      return term
    }
    term.numbers = try numbers(with: term)
    term.contacts = try rows(
      """
      SELECT c.id FROM contact_search s JOIN contact c ON c.id = s.rowid
      WHERE contact_search MATCH ?
      """, "c.search", term)
    term.orders = try orders(with: term)
    term.notes = try rows(
      "SELECT s.rowid FROM note_search s WHERE note_search MATCH ?", "s.search", term)
    // Known only where both are.
    term.contacts =
      try term.orders.map { (orders) throws(StoreError) in
        try term.contacts?.union(contacts(of: orders))
      } ?? nil
    return term
  }

  /// Nil where there are too many, or the term is too short.
  private func rows(
    _ sql: String, _ column: String, _ term: CallTerm
  ) throws(StoreError) -> Set<Int64>? {
    let search = term.search
    guard let match = search.match else { return term.spellings.isEmpty ? [] : nil }
    let condition = search.condition(on: column)
    let found = try connection.rows(
      "\(sql) AND \(condition.sql) LIMIT ?",
      values: [match] + condition.values + [limits.rows + 1]
    ) { $0.integer() }
    return found.count > limits.rows ? nil : Set(found)
  }

  private func contacts(beginningWith term: CallTerm) throws(StoreError) -> Set<Int64>? {
    var contacts: Set<Int64> = []
    for spelling in term.spellings {
      contacts.formUnion(
        try connection.rows(
          "SELECT id FROM contact WHERE name_key >= ? AND name_key < ? LIMIT ?", spelling,
          spelling + "\u{10FFFF}", limits.rows + 1
        ) { $0.integer() })
    }
    return contacts.count > limits.rows ? nil : contacts
  }

  private func contacts(of orders: Set<Int64>) throws(StoreError) -> Set<Int64> {
    var contacts: Set<Int64> = []
    for order in orders {
      contacts.formUnion(
        try connection.rows("SELECT contact_id FROM customer_order WHERE id = ?", order) {
          $0.integer()
        })
    }
    return contacts
  }

  /// Too many rather than too few: each call is looked at.
  func places(of lead: CallLead) throws(StoreError) -> CallPlaces {
    var places = try self.places(ofContacts: lead.contacts.union(contacts(of: lead.orders)))
    places.numbers.formUnion(lead.numbers)
    places.calls.formUnion(lead.calls)
    for order in lead.orders { places.calls.formUnion(try callsGiven(to: order)) }
    return places
  }

  private func places(ofContacts contacts: Set<Int64>) throws(StoreError) -> CallPlaces {
    var places = CallPlaces()
    for contact in contacts {
      places.numbers.formUnion(
        try connection.rows("SELECT number_id FROM contact_number WHERE contact_id = ?", contact) {
          $0.integer()
        })
      places.calls.formUnion(
        try connection.rows("SELECT call_id FROM call_hand WHERE contact_id = ?", contact) {
          $0.integer()
        })
    }
    return places
  }

  /// Orders that were chosen by hand: nobody else's client has any.
  func callsWithGivenOrder() throws(StoreError) -> Set<Int64> {
    Set(
      try connection.rows("SELECT call_id FROM call_hand WHERE order_id IS NOT NULL") {
        $0.integer()
      })
  }

  func callsWithGivenContact() throws(StoreError) -> Set<Int64> {
    Set(
      try connection.rows("SELECT call_id FROM call_hand WHERE contact_id IS NOT NULL") {
        $0.integer()
      })
  }

  private func callsGiven(to order: Int64) throws(StoreError) -> [Int64] {
    try connection.rows("SELECT call_id FROM call_hand WHERE order_id = ?", order) { $0.integer() }
  }
}
