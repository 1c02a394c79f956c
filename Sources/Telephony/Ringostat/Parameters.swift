import Domain

/// The known parameters of one delivery, wherever they stood. What stands further out is believed
/// first: the body's top, its nested objects, the query, the header fields.
struct Parameters {
  private static let queryLevel = JSONReader.depthLimit
  private static let headerLevel = queryLevel + 1

  /// What is longer is cut, in bytes: nothing that means anything is, and it bounds the work that
  /// one delivery can make.
  private static let valueLimit = 16 * 1024

  /// Values by `Meaning.places`; a level that nothing stood on is empty.
  private var levels: [[String?]] = Array(repeating: [], count: headerLevel + 1)
  /// The id of a JSON-RPC request, or null in one that has none; nil where the body is no request.
  private(set) var requestID: String?

  init(_ delivery: Delivery) {
    if let query = delivery.query {
      for pair in FormDecoder.pairs(Array(query.utf8)) {
        set(pair.name, pair.value, level: Parameters.queryLevel)
      }
    }
    read(delivery.body, mediaType: delivery.mediaType ?? "")
    readHeaders(delivery.headers)
  }

  /// The first value that `read` can make something of, outermost level first, then in the order of
  /// the meaning's names.
  func first<Value>(_ meaning: Meaning, _ read: (String) -> Value?) -> Value? {
    first(at: meaning.places, read)
  }

  func first<Value>(of names: [String], _ read: (String) -> Value?) -> Value? {
    first(at: names.compactMap { Meaning.places[$0] }, read)
  }

  private func first<Value>(at places: [Int], _ read: (String) -> Value?) -> Value? {
    for level in levels where !level.isEmpty {
      for place in places {
        if let text = level[place], let value = read(text) { return value }
      }
    }
    return nil
  }

  /// A body's first byte says more of its form than its media type, which the provider's customer
  /// may have got wrong.
  private mutating func read(_ body: [UInt8], mediaType: String) {
    let text = body.starts(with: [0xEF, 0xBB, 0xBF]) ? body[3...] : body[...]
    let start = text.first { $0 > 0x20 }
    if start == .openBrace || start == .openBracket {
      let entries = JSONReader.entries(Array(TextDecoder.text(text).utf8)) ?? []
      for entry in entries { set(entry.name, entry.value.text, level: entry.depth) }
      if entries.contains(where: { $0.depth == 0 && $0.name == "jsonrpc" }) {
        requestID = entries.last { $0.depth == 0 && $0.name == "id" }?.value.json ?? "null"
      }
    } else if mediaType.lowercased().hasPrefix("multipart/form-data") {
      for field in MultipartReader.fields(Array(text)) { set(field.name, field.value, level: 0) }
    } else {
      for pair in FormDecoder.pairs(text.trimmedBlanks) {
        set(pair.name, pair.value, level: pair.depth)
      }
    }
  }

  private mutating func readHeaders(_ headers: [(name: String, value: String)]) {
    for header in Parameters.relevant(headers) {
      set(header.name, header.value, level: Parameters.headerLevel)
    }
  }

  /// Header fields count only where one of them is the call's id, and then only those that say
  /// something of a call.
  static func relevant(
    _ headers: [(name: String, value: String)]
  ) -> [(name: String, value: String)] {
    let isNamed = headers.contains { header in
      // Hardly any request has one: most names are told from it by their length.
      Meaning.idLengths.contains(header.name.utf8.count)
        && Parameters.place(of: header.name).map(Meaning.id.places.contains) ?? false
        && ValueReader.callID(header.value) != nil
    }
    guard isNamed else { return [] }
    return headers.filter { header in
      Parameters.place(of: header.name).map { !Meaning.placesNeverInHeaders.contains($0) } ?? false
    }
  }

  /// Of a name that is repeated the last value counts; a blank one never hides another.
  private mutating func set(_ name: String, _ value: String, level: Int) {
    guard let place = Parameters.place(of: name), value.utf8.contains(where: { $0 > 0x20 }) else {
      return
    }
    if levels[level].isEmpty {
      levels[level] = Array(repeating: nil, count: Meaning.places.count)
    }
    levels[level][place] = ValueReader.cut(value, to: Parameters.valueLimit)
  }

  /// Case does not count, nor the difference of "-" and "_". Nil for a name nobody knows.
  private static func place(of name: String) -> Int? {
    guard name.utf8.count <= 40 else { return nil }
    // Nearly all are written as we have them.
    if let place = Meaning.places[name] { return place }
    let folded = name.trimmed.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "-"): UInt8(ascii: "_")
      default: byte
      }
    }
    return Meaning.places[String(decoding: folded, as: UTF8.self)]
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmedBlanks: ArraySlice<UInt8> {
    let start = drop { $0 <= 0x20 }
    return start.prefix(start.lastIndex { $0 > 0x20 }.map { $0 - start.startIndex + 1 } ?? 0)
  }
}
