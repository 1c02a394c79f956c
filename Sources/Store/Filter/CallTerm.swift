import Domain
import Glibc

/// A word that is looked for, and in which rows it may stand where that is known: nil where there are
/// too many to list, or it is too short for the index.
struct CallTerm {
  /// Where a word can stand.
  enum Place {
    case number
    case order
    case note
  }

  /// Any of them.
  let spellings: [String]
  let patterns: [[UInt8]]
  /// One or two letters find the names that begin with them, and nothing else.
  let isBeginning: Bool
  var numbers: RowIDs?
  /// Those that are found by their orders not included.
  var contacts: RowIDs?
  var orders: RowIDs?
  /// Calls.
  var notes: RowIDs?

  init(spellings: [String]) {
    // Where one is long enough for the index the others are left aside.
    let long = spellings.filter { $0.unicodeScalars.count >= 3 }
    self.spellings = long.isEmpty ? spellings : long
    patterns = self.spellings.map { Array($0.utf8) }
    isBeginning = self.spellings.contains { spelling in
      spelling.unicodeScalars.count < 3 && !spelling.allSatisfy(\.isASCIIDigit)
    }
  }

  /// False where it is known not to stand there.
  func mayBe(in place: Place, _ id: Int64) -> Bool {
    switch place {
    case .number: numbers?.contains(id) ?? true
    case .order: orders?.contains(id) ?? true
    case .note: notes?.contains(id) ?? true
    }
  }

  /// Byte by byte, as SQLite's `instr` does.
  /// - Parameter text: folded.
  func isIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return false }
    return patterns.contains { pattern in
      guard let first = pattern.first, pattern.count <= text.count else { return false }
      return (0...(text.count - pattern.count)).contains { start in
        base[start] == first && memcmp(base + start, pattern, pattern.count) == 0
      }
    }
  }

  func isIn(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(isIn)
  }

  /// - Parameter text: folded.
  func begins(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    patterns.contains { text.starts(with: $0) }
  }

  fileprivate var search: ContactSearch {
    ContactSearch(terms: [spellings])
  }

  var isOfDigits: Bool {
    spellings.allSatisfy { $0.allSatisfy(\.isASCIIDigit) }
  }

  /// The index tells three letters from others, not how often they come: what repeats itself stands in
  /// few of the rows that it tells.
  fileprivate var isRepetitive: Bool {
    spellings.contains { spelling in
      let scalars = Array(spelling.unicodeScalars)
      let trigrams = zip(scalars, zip(scalars.dropFirst(), scalars.dropFirst(2))).map {
        [$0, $1.0, $1.1]
      }
      return Set(trigrams).count < trigrams.count
    }
  }
}

/// A full-text index and the table whose rows it finds.
private enum SearchIndex: String {
  case number = "number"
  case contact = "contact"
  case order = "customer_order"
  /// By the call's id.
  case note = "call"

  var table: String {
    switch self {
    case .number, .contact: rawValue + "_search"
    case .order: "order_search"
    case .note: "note_search"
    }
  }

  /// What it finds by.
  var column: String {
    switch self {
    case .number: "n.text"
    case .contact, .order: "n.search"
    case .note: "s.search"
    }
  }
}

extension Store {
  /// Of an order's search text its number's key.
  private static let numberKey = "substr(n.search, 1, instr(n.search || char(10), char(10)))"
  static let selectNumberKey = "SELECT \(numberKey) FROM customer_order n WHERE n.id = ?"

  /// Those in which it stands, and no others.
  func numbers(with term: CallTerm) throws(StoreError) -> RowIDs? {
    term.isOfDigits ? try rows(.number, term) : RowIDs()
  }

  /// The orders in whose number it stands, and no others.
  func orders(with term: CallTerm) throws(StoreError) -> RowIDs? {
    try rows(.order, term, in: Store.numberKey)
  }

  func term(_ spellings: [String]) throws(StoreError) -> CallTerm {
    var term = CallTerm(spellings: spellings)
    if term.isBeginning {
      (term.numbers, term.orders, term.notes) = (RowIDs(), RowIDs(), RowIDs())
      term.contacts = try contacts(beginningWith: term)
      return term
    }
    term.numbers = term.isOfDigits ? try candidates(.number, term) : RowIDs()
    term.contacts = try candidates(.contact, term)
    term.orders = try candidates(.order, term)
    term.notes = try candidates(.note, term)
    return term
  }

  /// The rows that have all of a term's trigrams: those in which it stands, and some more. To list
  /// them costs little; to read them waits until a call is met that has to do with one.
  private func candidates(
    _ index: SearchIndex, _ term: CallTerm
  ) throws(StoreError) -> RowIDs? {
    guard let match = term.search.match else { return term.spellings.isEmpty ? RowIDs() : nil }
    if term.isRepetitive { return try rows(index, term) }
    // Of n rows among N to list all takes n steps, and to meet a page of them on a walk N / n: beyond a
    // multiple of the root of N the walk is the shorter way.
    let newest = try connection.integer("SELECT max(id) FROM \(index.rawValue)")
    let limit = min(4 * limits.rows, 32 * Int(Double(newest).squareRoot()))
    var ids: [Int64] = []
    var isFew = true
    try connection.visit(
      "SELECT s.rowid FROM \(index.table) s WHERE \(index.table) MATCH ?", [match]
    ) { (row: inout Row) in
      ids.append(row.integer())
      // They come in order: the first of them tell about how many there are.
      if ids.count == max(1, limits.rows / 8), let last = ids.last {
        isFew = ids.count * Int(newest) / max(1, Int(last)) <= limit
      }
      isFew = isFew && ids.count <= limit
      return isFew
    }
    return isFew ? RowIDs(ids) : nil
  }

  /// The rows in which a term stands. Nil where there are too many, or the term is too short.
  /// - Parameter column: what of them it has to stand in; nil for whatever it is found by.
  private func rows(
    _ index: SearchIndex, _ term: CallTerm, in column: String? = nil
  ) throws(StoreError) -> RowIDs? {
    let search = term.search
    guard let match = search.match else { return term.spellings.isEmpty ? RowIDs() : nil }
    let condition = search.condition(on: column ?? index.column)
    let found = try connection.rows(
      """
      SELECT n.id FROM \(index.table) s JOIN \(index.rawValue) n ON n.id = s.rowid
      WHERE \(index.table) MATCH ? AND \(condition.sql) LIMIT ?
      """, values: [match] + condition.values + [limits.rows + 1]
    ) { $0.integer() }
    return found.count > limits.rows ? nil : RowIDs(found)
  }

  private func contacts(beginningWith term: CallTerm) throws(StoreError) -> RowIDs? {
    var contacts = RowIDs()
    for spelling in term.spellings {
      let found = try connection.rows(
        "SELECT id FROM contact WHERE name_key >= ? AND name_key < ? LIMIT ?", spelling,
        spelling + "\u{10FFFF}", limits.rows + 1
      ) { $0.integer() }
      guard found.count <= limits.rows else { return nil }
      contacts = contacts.union(RowIDs(found))
    }
    return contacts
  }
}
