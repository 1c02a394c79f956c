import Domain

/// Whom a row of a file is about.
enum ImportMatch {
  case none
  case one(Contact.ID)
  case several
}

extension ContactImport {
  /// What the same contact would be found by again.
  var keys: [String] {
    let name = name.map { NameKey($0).text } ?? ""
    if let externalID { return ["id " + externalID] }
    return numbers.isEmpty ? ["name " + name] : numbers.map { "\($0.number.text) \(name)" }
  }
}

extension Store {
  private struct Candidate {
    let id: Contact.ID
    let nameKey: String?
    let externalID: String?
  }

  /// The rows of a contact's numbers; nil for one that nobody has had yet.
  func knownNumbers(of row: ContactImport) throws(StoreError) -> [Int64?] {
    try row.numbers.map { (number) throws(StoreError) in try knownNumberID(of: number.number) }
  }

  /// - Parameter numbers: as `knownNumbers` answers.
  func match(
    _ row: ContactImport, numbers: [Int64?]
  ) throws(StoreError) -> ImportMatch {
    if let external = row.externalID,
      let id = try connection.first(
        "SELECT id FROM contact WHERE external_id = ? ORDER BY id LIMIT 1", external,
        read: { Contact.ID($0.integer()) })
    {
      return .one(id)
    }
    let key = row.name.map { NameKey($0).text }
    if row.numbers.isEmpty { return try matchWithoutNumber(row, key) }
    var found: [(candidate: Candidate, shared: Int)] = []
    for number in numbers.compactMap({ $0 }) {
      for owner in try owners(of: number) {
        if let index = found.firstIndex(where: { $0.candidate.id.rawValue == owner }) {
          found[index].shared += 1
        } else if let candidate = try candidate(owner), !row.isElse(candidate.externalID) {
          found.append((candidate, 1))
        }
      }
    }
    // Of several namesakes the one with the most of his numbers, then the oldest.
    let namesakes = found.filter { $0.candidate.nameKey == key }
    let best = namesakes.max { left, right in
      left.shared == right.shared
        ? left.candidate.id.rawValue > right.candidate.id.rawValue : left.shared < right.shared
    }
    if let best { return .one(best.candidate.id) }
    let unsaid = found.filter { key == nil || $0.candidate.nameKey == nil }
    guard let first = unsaid.first else { return .none }
    if unsaid.count == 1, found.count == 1 { return .one(first.candidate.id) }
    return key == nil ? .several : .none
  }

  /// A namesake with the same e-mail, or who has no number either.
  private func matchWithoutNumber(
    _ row: ContactImport, _ key: String?
  ) throws(StoreError) -> ImportMatch {
    let namesakes = try connection.rows(
      """
      SELECT id, external_id FROM contact c WHERE name_key = ? AND (
        NOT EXISTS (SELECT 1 FROM contact_number WHERE contact_id = c.id)
        OR EXISTS (SELECT 1 FROM contact_email WHERE contact_id = c.id AND email = ?))
      ORDER BY id
      """, key, row.emails.first
    ) { (id: Contact.ID($0.integer()), externalID: $0.optionalText()) }
    return namesakes.first { !row.isElse($0.externalID) }.map { .one($0.id) } ?? .none
  }

  private func candidate(_ id: Int64) throws(StoreError) -> Candidate? {
    try connection.first(
      "SELECT name, name_key, external_id FROM contact WHERE id = ?", id
    ) { row in
      let hasName = row.optionalText() != nil
      let key = row.text()
      return Candidate(
        id: Contact.ID(id), nameKey: hasName ? key : nil, externalID: row.optionalText())
    }
  }
}

extension ContactImport {
  /// Whether a contact of that external id is somebody else.
  fileprivate func isElse(_ other: String?) -> Bool {
    guard let externalID, let other else { return false }
    return externalID != other
  }
}
