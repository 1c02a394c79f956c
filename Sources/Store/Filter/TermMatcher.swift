import Domain

/// Asks rows whether words stand in them, one bit for each word; remembers what it has learnt on the
/// way.
final class TermMatcher {
  private let store: Store
  private let terms: [CallTerm]
  /// The bits of all words.
  let all: UInt64
  private let numbers = RowMemo<UInt64>()
  private let contacts = RowMemo<UInt64>()
  private let orders = RowMemo<UInt64>()

  /// - Parameter terms: of more than 64 the first are asked for.
  init(_ terms: [CallTerm], _ store: Store) {
    self.terms = Array(terms.prefix(64))
    self.store = store
    all = terms.count >= 64 ? .max : (1 << UInt64(terms.count)) - 1
  }

  func inNumber(_ id: Int64) throws(StoreError) -> UInt64 {
    let possible = bits { $0.mayBe(in: .number, id) }
    guard possible != 0 else { return 0 }
    return try numbers.value(of: id) { () throws(StoreError) in
      try look(for: possible, "SELECT text FROM number WHERE id = ?", id) { $0.isIn($1) }
    }
  }

  /// In what he can be found by, his orders included.
  func inContact(_ id: Int64) throws(StoreError) -> UInt64 {
    try contacts.value(of: id) { () throws(StoreError) in
      let listed = bits { $0.contacts?.contains(id) ?? true }
      let beginnings = bits(\.isBeginning)
      var texts = listed & ~beginnings
      let others = bits { $0.orders?.isEmpty != true } & ~listed
      if others != 0 {
        try store.connection.visit("SELECT id FROM customer_order WHERE contact_id = ?", [id]) {
          (row: inout Row) in
          let order = row.integer()
          texts |= bits { $0.mayBe(in: .order, order) } & others
          return texts & others != others
        }
      }
      let found = try look(
        for: listed & beginnings, "SELECT name_key FROM contact WHERE id = ?", id
      ) { $0.begins($1) }
      return found
        | (try look(
          for: texts,
          """
          SELECT search FROM contact WHERE id = ?1
          UNION ALL SELECT search FROM customer_order WHERE contact_id = ?1
          """, id
        ) { $0.isIn($1) })
    }
  }

  func inOrder(_ id: Int64) throws(StoreError) -> UInt64 {
    let possible = bits { $0.mayBe(in: .order, id) }
    guard possible != 0 else { return 0 }
    return try orders.value(of: id) { () throws(StoreError) in
      try look(for: possible, "SELECT search FROM customer_order WHERE id = ?", id) { $0.isIn($1) }
    }
  }

  func inNote(_ note: String, of call: Int64) -> UInt64 {
    let possible = bits { $0.mayBe(in: .note, call) }
    guard possible != 0 else { return 0 }
    let folded = NameKey(note).text
    return possible & bits { $0.isIn(folded) }
  }

  private func bits(_ isSo: (CallTerm) -> Bool) -> UInt64 {
    var bits: UInt64 = 0
    for (index, term) in terms.enumerated() where isSo(term) { bits |= 1 << UInt64(index) }
    return bits
  }

  /// Which of the words stand in one of the texts.
  private func look(
    for words: UInt64, _ sql: String, _ id: Int64,
    _ stands: (CallTerm, UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(StoreError) -> UInt64 {
    guard words != 0 else { return 0 }
    var found: UInt64 = 0
    try store.connection.visit(sql, [id]) { (row: inout Row) in
      row.withText { text in
        found |= words & bits { stands($0, text) }
      }
      return found != words
    }
    return found
  }
}
