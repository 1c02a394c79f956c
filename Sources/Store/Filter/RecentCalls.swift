import Domain
import Glibc

/// What the newest calls are found by, kept in memory from one question to the next: whoever types
/// asks of the same calls with each letter, and what many calls have stands in these.
final class RecentCalls {
  private struct Entry {
    let place: CallPlace
    /// Of the number, the contact, another contact's order and the note; -1 for none.
    let texts: SIMD4<Int32>

    func isIn(_ stands: [Bool]) -> Bool {
      for index in 0..<4 where texts[index] >= 0 && stands[Int(texts[index])] { return true }
      return false
    }
  }

  private enum Kind {
    case number
    /// The name first, then whatever else he is found by, his orders included.
    case contact
    case other
  }

  /// What the store was like.
  let version: [Int64]
  /// Whether the log has no others.
  private(set) var isWhole = false
  private let store: Store
  /// Newest first.
  private var calls: [Entry] = []
  /// All texts one after the other, each with a newline behind it, which no word has in it.
  private var bytes: [UInt8] = []
  /// How often each byte comes.
  private var counts = [Int](repeating: 0, count: 256)
  /// Where each text begins.
  private var starts: [Int] = []
  private var kinds: [Kind] = []
  private var contacts: [Int64: Int32] = [:]
  private var orders: [Int64: Int32] = [:]
  /// Whose text has the order's in it.
  private var contactOfOrder: [Int64: Int32] = [:]

  init(_ store: Store, version: [Int64]) {
    self.store = store
    self.version = version
  }

  var count: Int { calls.count }

  // MARK: - Reading

  /// Takes in the next older calls.
  func extend(by count: Int) throws(StoreError) {
    let window = LogWindow(
      .forward, from: calls.last?.place, inclusive: false, range: .min ... .max)
    var seen = 0
    try store.connection.visit(
      """
      SELECT \(CallTraits.columns) FROM \(CallTraits.tables) WHERE \(window.condition)
      ORDER BY \(window.order) LIMIT ?
      """, window.values + [count]
    ) { (row: inout Row) throws(StoreError) in
      seen += 1
      calls.append(try entry(of: CallTraits(row: &row)))
      return true
    }
    isWhole = seen < count
  }

  private func entry(of call: CallTraits) throws(StoreError) -> Entry {
    let number =
      try call.client.map { (id) throws(StoreError) in
        try add(read("SELECT text FROM number WHERE id = ?", id), .number)
      } ?? -1
    let contact = try call.contact(soleOwner: store.soleOwner).map(text(ofContact:)) ?? -1
    var order: Int32 = -1
    if let id = call.order, contact == -1 || contactOfOrder[id] != contact {
      order = try text(ofOrder: id)
    }
    let note = call.note.map { add(Array(NameKey($0).text.utf8), .other) } ?? -1
    return Entry(place: call.place, texts: SIMD4(number, contact, order, note))
  }

  private func text(ofOrder id: Int64) throws(StoreError) -> Int32 {
    if let known = orders[id] { return known }
    let text = add(try read("SELECT search FROM customer_order WHERE id = ?", id), .other)
    orders[id] = text
    return text
  }

  private func text(ofContact id: Int64) throws(StoreError) -> Int32 {
    if let known = contacts[id] { return known }
    var (text, own): ([UInt8], [UInt8]) = ([], [])
    try store.connection.visit("SELECT name_key, search FROM contact WHERE id = ?", [id]) {
      (row: inout Row) in
      row.withText { text += $0 }
      row.withText { own += $0 }
      return false
    }
    let isBeginning = !text.isEmpty && own.starts(with: text + [RecentCalls.end])
    text = isBeginning || text == own ? own : text + [RecentCalls.end] + own
    var found: [Int64] = []
    try store.connection.visit(
      "SELECT id, search FROM customer_order WHERE contact_id = ?", [id]
    ) { (row: inout Row) in
      found.append(row.integer())
      row.withText { order in
        // Behind its own texts an order has all of its contact's.
        let rest = order.count - own.count
        let isBehind = rest > 0 && order[rest...].elementsEqual(own)
        text.append(RecentCalls.end)
        text += isBehind ? order[..<rest] : order[...]
      }
      return true
    }
    let place = add(text, .contact)
    contacts[id] = place
    for order in found { contactOfOrder[order] = place }
    return place
  }

  private func read(_ sql: String, _ id: Int64) throws(StoreError) -> [UInt8] {
    var bytes: [UInt8] = []
    try store.connection.visit(sql, [id]) { (row: inout Row) in
      row.withText { bytes += $0 }
      return false
    }
    return bytes
  }

  private static let end = UInt8(ascii: "\n")

  private func add(_ text: [UInt8], _ kind: Kind) -> Int32 {
    starts.append(bytes.count)
    kinds.append(kind)
    bytes += text
    for byte in text { counts[Int(byte)] += 1 }
    bytes.append(RecentCalls.end)
    return Int32(starts.count - 1)
  }

  // MARK: - Finding

  /// Nil where these calls are not enough to tell.
  func page(_ request: LogRequest, _ terms: [CallTerm]) throws(StoreError) -> Page<LogPosition>? {
    let found = places(terms, limit: request.anchor == .first ? request.limit + 1 : .max)
    var isEnough = true
    let page = try Keyset.page(request.anchor, limit: request.limit, position: \.self) {
      (direction, from, inclusive, limit) throws(StoreError) in
      let from = from.map(CallPlace.init)
      let isInside = from.map { place in calls.last.map { $0.place <= place } ?? false }
      if !isWhole, !(isInside ?? (direction == .forward)) {
        isEnough = false
        return []
      }
      var rows: [CallPlace]
      if direction == .forward {
        rows = Array(
          found.drop { place in from.map { inclusive ? $0 < place : $0 <= place } ?? false }
            .prefix(limit))
        if !isWhole, rows.count < limit { isEnough = false }
      } else {
        rows = Array(
          found.reversed().drop { place in
            from.map { inclusive ? place < $0 : place <= $0 } ?? false
          }.prefix(limit))
      }
      return rows.map { LogPosition($0, sort: request.sort, value: .start) }
    }
    return isEnough ? page : nil
  }

  /// Newest first, up to so many.
  private func places(_ terms: [CallTerm], limit: Int) -> [CallPlace] {
    var stands: [[Bool]] = []
    for term in terms {
      guard let texts = texts(with: term) else { return [] }
      stands.append(texts)
    }
    var found: [CallPlace] = []
    for call in calls where found.count < limit {
      if stands.allSatisfy({ call.isIn($0) }) { found.append(call.place) }
    }
    return found
  }

  /// In which texts a word stands; nil for none.
  private func texts(with term: CallTerm) -> [Bool]? {
    var stands = [Bool](repeating: false, count: starts.count)
    var isAnywhere = false
    bytes.withUnsafeBufferPointer { bytes in
      if term.isBeginning {
        for text in starts.indices where kinds[text] == .contact {
          guard term.begins(UnsafeBufferPointer(rebasing: bytes[starts[text]...])) else { continue }
          (stands[text], isAnywhere) = (true, true)
        }
        return
      }
      for pattern in term.patterns {
        var text = 0
        var place = 0
        while let next = first(pattern, in: bytes, from: place) {
          while text + 1 < starts.count, starts[text + 1] <= next { text += 1 }
          if kinds[text] != .number || term.isOfDigits {
            (stands[text], isAnywhere) = (true, true)
          }
          place = text + 1 < starts.count ? starts[text + 1] : bytes.count
        }
      }
    }
    return isAnywhere ? stands : nil
  }

  /// Looks for the pattern's rarest byte at first.
  private func first(
    _ pattern: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from: Int
  ) -> Int? {
    guard let base = bytes.baseAddress,
      let rarest = pattern.indices.min(by: { counts[Int(pattern[$0])] < counts[Int(pattern[$1])] })
    else { return nil }
    let byte = Int32(pattern[rarest])
    let end = bytes.count - (pattern.count - 1 - rarest)
    var place = from + rarest
    while place < end, let found = memchr(base + place, byte, end - place) {
      place = UnsafeRawPointer(base).distance(to: found)
      if memcmp(base + place - rarest, pattern, pattern.count) == 0 { return place - rarest }
      place += 1
    }
    return nil
  }
}

extension Store {
  /// Calls of a text and of nothing else, where the newest ones are enough to tell.
  func recentPage(_ request: LogRequest) throws(StoreError) -> Page<LogPosition>? {
    var others = request.filter
    others.text = ""
    guard others.isEmpty, request.sort == .newestFirst, limits.recent > 0,
      let terms = OrderSearch(request.filter.text)?.text.terms.map(CallTerm.init(spellings:)),
      !terms.isEmpty, terms.count <= 64
    else { return nil }
    let version = [try dataVersion, connection.totalChanges]
    let known = recent.flatMap { $0.version == version ? $0 : nil }
    let calls = known ?? RecentCalls(self, version: version)
    recent = calls
    if let page = try calls.page(request, terms) { return page }
    guard !calls.isWhole, calls.count < limits.recent else { return nil }
    // Little by little, so that no answer takes long because of it.
    try calls.extend(by: limits.recentStep)
    return try calls.page(request, terms)
  }
}
