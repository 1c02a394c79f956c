/// Reads a JSON text (RFC 8259) into its scalars, each with its own name and how deep it lies.
///
/// Not Foundation's reader, because that one rounds numbers to `Double`, refuses lone surrogates
/// and deep nesting, and builds a tree nobody needs. This one is linear in the size of the body,
/// never recurses deeper than `depthLimit` (what lies deeper is passed over) and forgives trailing
/// commas, leading zeros, unknown escapes and control characters within strings.
struct JSONReader {
  struct Entry: Equatable {
    let name: String
    let value: JSONScalar
    /// 0 at the top.
    let depth: Int
  }

  static let depthLimit = 6

  let bytes: [UInt8]
  var position = 0
  private var entries: [Entry] = []

  /// The scalars of an object, or of an array that holds one object; nil where the text is neither.
  /// - Parameter bytes: UTF-8.
  static func entries(_ bytes: [UInt8]) -> [Entry]? {
    var reader = JSONReader(bytes: bytes)
    // As many as a delivery has.
    reader.entries.reserveCapacity(32)
    reader.skipBlanks()
    guard reader.peek == .openBrace || reader.peek == .openBracket, reader.value("", depth: -1)
    else { return nil }
    reader.skipBlanks()
    return reader.peek == nil ? reader.entries : nil
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var peek: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0 {
      position += 1
    }
  }

  /// Reads the value that begins here; false where none does.
  private mutating func value(_ name: String, depth: Int) -> Bool {
    switch peek {
    case .openBrace: return depth + 1 < JSONReader.depthLimit ? object(depth: depth + 1) : skip()
    case .openBracket: return array(depth: depth)
    case .quote:
      guard let string = string() else { return false }
      entries.append(Entry(name: name, value: .string(string), depth: depth))
      return true
    case UInt8(ascii: "t"): return word("true", .boolean(true), name, depth)
    case UInt8(ascii: "f"): return word("false", .boolean(false), name, depth)
    case UInt8(ascii: "n"): return word("null", nil, name, depth)
    default:
      guard let number = number() else { return false }
      entries.append(Entry(name: name, value: .number(number), depth: depth))
      return true
    }
  }

  private mutating func object(depth: Int) -> Bool {
    position += 1
    while true {
      skipBlanks()
      if peek == .closeBrace { break }
      guard peek == .quote, let name = string() else { return false }
      skipBlanks()
      guard peek == UInt8(ascii: ":") else { return false }
      position += 1
      skipBlanks()
      guard value(name, depth: depth) else { return false }
      skipBlanks()
      guard peek == UInt8(ascii: ",") else { break }
      position += 1
    }
    guard peek == .closeBrace else { return false }
    position += 1
    return true
  }

  /// An array that holds one object stands for the object; any other says nothing.
  private mutating func array(depth: Int) -> Bool {
    let start = position
    let known = entries.count
    guard skip() else { return false }
    let end = position
    position = start + 1
    skipBlanks()
    if peek == .openBrace, depth + 1 < JSONReader.depthLimit {
      guard object(depth: depth + 1) else { return false }
      skipBlanks()
      if position != end - 1 { entries.removeSubrange(known...) }
    }
    position = end
    return true
  }

  /// Passes over an object or an array by its brackets alone, without recursion.
  mutating func skip() -> Bool {
    var open = 0
    while let byte = peek {
      switch byte {
      case .quote:
        guard skipString() else { return false }
        continue
      case .openBrace, .openBracket: open += 1
      case .closeBrace, .closeBracket: open -= 1
      default: break
      }
      position += 1
      if open == 0 { return true }
    }
    return false
  }

  private mutating func skipString() -> Bool {
    position += 1
    while let byte = peek {
      position += byte == .backslash ? 2 : 1
      if byte == .quote { return true }
    }
    return false
  }

  mutating func string() -> String? {
    let start = position + 1
    guard skipString() else { return nil }
    let content = bytes[start..<position - 1]
    guard content.contains(.backslash) else { return String(decoding: content, as: UTF8.self) }
    return JSONReader.unescape(content)
  }

  private mutating func number() -> String? {
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    guard skipDigits() else { return nil }
    if peek == UInt8(ascii: ".") {
      position += 1
      guard skipDigits() else { return nil }
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      guard skipDigits() else { return nil }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipDigits() -> Bool {
    let start = position
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position > start
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONScalar?, _ name: String, _ depth: Int
  ) -> Bool {
    let letters = word.withUTF8Buffer(Array.init)
    guard bytes[position...].starts(with: letters) else { return false }
    position += letters.count
    if let value { entries.append(Entry(name: name, value: value, depth: depth)) }
    return true
  }
}
