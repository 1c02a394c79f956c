import Domain

/// What is looked for in the contacts' `search` text: every term, each in one of its spellings.
struct ContactSearch {
  /// Outer: all of them; inner: any of them. Letters and digits only, so nothing in them means
  /// anything to FTS5.
  let terms: [[String]]

  init(terms: [[String]]) {
    self.terms = terms
  }

  /// Nil where everything is asked for; no terms where nothing can be found.
  init?(_ text: String) {
    let text = text.trimmed
    guard !text.isEmpty else { return nil }
    if text.contains(where: \.isLetter) {
      terms = NameKey(text).text.split(separator: " ").map { word in
        word.allSatisfy(\.isASCIIDigit) ? ContactSearch.spellings(String(word)) : [String(word)]
      }
    } else {
      let digits = text.filter(\.isASCIIDigit)
      terms = digits.isEmpty ? [] : [ContactSearch.spellings(digits)]
    }
  }

  /// A number is kept as country code, area code, number: the international prefix and a trunk
  /// prefix are not in it. Short ones are taken as typed: "0067" may be the last four digits.
  static func spellings(_ digits: String) -> [String] {
    let prefixes = ["00", "0", "80"].filter { digits.hasPrefix($0) }
    let shorter = prefixes.map { String(digits.dropFirst($0.count)) }.filter { $0.count >= 4 }
    var spellings: [String] = []
    for spelling in [digits] + shorter where !spellings.contains(spelling) {
      spellings.append(spelling)
    }
    return spellings
  }

  /// One or two letters find what begins with them.
  var prefix: String? {
    guard terms.count == 1, let term = terms[0].first, terms[0].count == 1, term.count < 3,
      !term.allSatisfy(\.isASCIIDigit)
    else { return nil }
    return term
  }

  /// An FTS5 query that finds every match and some more: the trigrams of each term (with
  /// `detail=none` there are no phrases). Nil where no term has three characters.
  var match: String? {
    let parts = terms.compactMap { spellings -> String? in
      let trigrams = spellings.map(ContactSearch.trigrams)
      guard !trigrams.contains(where: \.isEmpty) else { return nil }
      let any = trigrams.map { "(" + $0.joined(separator: " AND ") + ")" }
      return "(" + any.joined(separator: " OR ") + ")"
    }
    return parts.isEmpty ? nil : parts.joined(separator: " AND ")
  }

  /// A condition on column `search` and its values.
  var condition: (sql: String, values: [String]) {
    condition(on: "c.search")
  }

  func condition(on column: String) -> (sql: String, values: [String]) {
    let parts = terms.map { spellings in
      "(" + spellings.map { _ in "instr(\(column), ?) > 0" }.joined(separator: " OR ") + ")"
    }
    return (parts.isEmpty ? "0" : parts.joined(separator: " AND "), terms.flatMap { $0 })
  }

  private static func trigrams(_ term: String) -> [String] {
    let scalars = Array(term.unicodeScalars)
    guard scalars.count >= 3 else { return [] }
    var trigrams: [String] = []
    for start in 0...(scalars.count - 3) {
      let trigram = "\"" + String(String.UnicodeScalarView(scalars[start..<(start + 3)])) + "\""
      if !trigrams.contains(trigram) { trigrams.append(trigram) }
    }
    return trigrams
  }
}

extension Store {
  typealias ContactPlace = ContactRequest.Position

  /// More matches than this are not sorted but met on a walk through all contacts in order: there
  /// are enough of them to fill a page soon.
  static let fewMatches = 2000

  func contactPlaces(_ request: ContactRequest) throws(StoreError) -> Page<StoredPlace> {
    let position = { (place: StoredPlace) in place.position }
    if let organization = request.organization {
      let found = try places(request.search, in: organization)
      return try page(request, of: found)
    }
    guard let search = ContactSearch(request.search) else {
      return try Keyset.page(request.anchor, limit: request.limit, position: position) {
        (direction, from, inclusive, limit) throws(StoreError) in
        try self.walk("1", [], direction, from, inclusive, limit)
      }
    }
    if search.prefix == nil, let match = search.match, let found = try matches(search, match) {
      return try page(request, of: found)
    }
    let condition = search.condition
    let (sql, values): (String, [String]) =
      search.prefix.map {
        ("c.name_key >= ? AND c.name_key < ?", [$0, $0 + "\u{10FFFF}"])
      } ?? condition
    return try Keyset.page(request.anchor, limit: request.limit, position: position) {
      (direction, from, inclusive, limit) throws(StoreError) in
      try self.walk(sql, values, direction, from, inclusive, limit)
    }
  }

  /// - Parameter found: all matches, in order.
  private func page(
    _ request: ContactRequest, of found: [StoredPlace]
  ) throws(StoreError) -> Page<StoredPlace> {
    try Keyset.page(request.anchor, limit: request.limit, position: \.position) {
      (direction, from, inclusive, limit) throws(StoreError) in
      let ordered = direction == .forward ? found : found.reversed()
      let rest = ordered.drop { place in
        guard let from else { return false }
        if place.position == from { return !inclusive }
        return direction == .forward ? place.precedes(from) : !place.precedes(from)
      }
      return Array(rest.prefix(limit))
    }
  }

  /// An organization's members that the search finds, in order.
  func places(
    _ search: String, in organization: Organization.ID
  ) throws(StoreError) -> [StoredPlace] {
    let condition = ContactSearch(search)?.condition ?? (sql: "1", values: [])
    return try connection.rows(
      """
      SELECT c.id, c.name_key, c.name FROM contact_organization m JOIN contact c
      ON c.id = m.contact_id WHERE m.organization_id = ? AND \(condition.sql)
      """, values: [organization] + condition.values
    ) { StoredPlace(row: &$0) }.sorted { $0.precedes($1.position) }
  }

  func count(_ search: ContactSearch) throws(StoreError) -> Int {
    if let prefix = search.prefix {
      return Int(
        try connection.integer(
          "SELECT count(*) FROM contact WHERE name_key >= ? AND name_key < ?", prefix,
          prefix + "\u{10FFFF}"))
    }
    let condition = search.condition
    guard let match = search.match else {
      return try connection.rows(
        "SELECT count(*) FROM contact c WHERE \(condition.sql)", values: condition.values
      ) { $0.int() }.first ?? 0
    }
    return try connection.rows(
      """
      SELECT count(*) FROM contact_search s JOIN contact c ON c.id = s.rowid
      WHERE contact_search MATCH ? AND \(condition.sql)
      """, values: [match] + condition.values
    ) { $0.int() }.first ?? 0
  }

  /// All matches in order; nil where there are too many to sort.
  private func matches(
    _ search: ContactSearch, _ match: String
  ) throws(StoreError) -> [StoredPlace]? {
    let condition = search.condition
    let found = try connection.rows(
      """
      SELECT c.id, c.name_key, c.name FROM contact_search s JOIN contact c ON c.id = s.rowid
      WHERE contact_search MATCH ? AND \(condition.sql) LIMIT ?
      """, values: [match] + condition.values + [Store.fewMatches + 1]
    ) { StoredPlace(row: &$0) }
    guard found.count <= Store.fewMatches else { return nil }
    return found.sorted { $0.precedes($1.position) }
  }

  /// Contacts in order of their names, from a place on.
  private func walk(
    _ condition: String, _ values: [String], _ direction: Direction, _ from: ContactPlace?,
    _ inclusive: Bool, _ limit: Int
  ) throws(StoreError) -> [StoredPlace] {
    let isForward = direction == .forward
    let comparison = (isForward ? ">" : "<") + (inclusive ? "=" : "")
    let order = isForward ? "ASC" : "DESC"
    // Every text sorts before every blob (https://www.sqlite.org/datatype3.html#sort_order).
    let end: any Bindable = isForward ? "" : [UInt8]()
    return try connection.rows(
      """
      SELECT c.id, c.name_key, c.name FROM contact c
      WHERE \(condition) AND (c.name_key, c.id) \(comparison) (?, ?)
      ORDER BY c.name_key \(order), c.id \(order) LIMIT ?
      """,
      values: values + [from?.key ?? end, from?.id ?? Contact.ID(isForward ? .min : .max), limit]
    ) { StoredPlace(row: &$0) }
  }

  /// Makes a contact findable by what it now is.
  func index(_ id: Contact.ID) throws(StoreError) {
    guard let contact = try contact(id) else { return }
    let search = Store.searchText(
      name: contact.name, organizations: contact.organizations, numbers: contact.numbers,
      note: contact.note)
    let before = try connection.first("SELECT search FROM contact WHERE id = ?", id) { $0.text() }
    guard search != before else { return }
    try unindex(id)
    try connection.run("UPDATE contact SET search = ? WHERE id = ?", search, id)
    try connection.run("INSERT INTO contact_search (rowid, search) VALUES (?, ?)", id, search)
    try indexOrders(of: id)
  }

  /// Takes a contact out of the search index; its row is still there.
  func unindex(_ id: Contact.ID) throws(StoreError) {
    // An external-content table is told what it had (https://www.sqlite.org/fts5.html, 4.4.3).
    try connection.run(
      """
      INSERT INTO contact_search (contact_search, rowid, search)
      SELECT 'delete', id, search FROM contact WHERE id = ?
      """, id)
  }
}

extension Store {
  /// What a contact is found by.
  static func searchText(
    name: String?, organizations: [String], numbers: [Contact.Number], note: String?
  ) -> String {
    let texts = [name].compactMap { $0 } + organizations + [note].compactMap { $0 }
    let keys = texts.map { NameKey($0).text }
    return (keys + numbers.map(\.number.digits)).joined(separator: "\n")
  }
}

/// A contact's place in the list, as it stands in the index.
struct StoredPlace: Equatable, Sendable {
  let id: Contact.ID
  private let key: String
  private let name: String?

  init(row: inout Row) {
    id = row.id()
    key = row.text()
    name = row.optionalText()
  }

  var position: ContactRequest.Position {
    ContactRequest.Position(key: name.map(NameKey.init) ?? .unnamed, id: id)
  }

  func precedes(_ other: ContactRequest.Position) -> Bool {
    if key.utf8.elementsEqual(other.key.text.utf8) { return id.rawValue < other.id.rawValue }
    return key.utf8.lexicographicallyPrecedes(other.key.text.utf8)
  }
}
