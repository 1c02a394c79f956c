/// What an array or an object is made of, each part as it stands there: an answer with thousands of
/// calls is cut into calls first, and those are read one by one.
extension JSONReader {
  /// The elements of an array; nil where the text is no array, or is broken off.
  /// - Parameter bytes: UTF-8.
  static func elements(_ bytes: [UInt8]) -> [ArraySlice<UInt8>]? {
    var reader = JSONReader(bytes: bytes)
    var elements: [ArraySlice<UInt8>] = []
    let isWhole = reader.parts(from: .openBracket, to: .closeBracket) { reader in
      guard let element = reader.part() else { return false }
      elements.append(element)
      return true
    }
    return isWhole ? elements : nil
  }

  /// The members of an object, of a repeated name the last; nil where the text is no object.
  static func members(_ bytes: [UInt8]) -> [String: ArraySlice<UInt8>]? {
    var reader = JSONReader(bytes: bytes)
    var members: [String: ArraySlice<UInt8>] = [:]
    let isWhole = reader.parts(from: .openBrace, to: .closeBrace) { reader in
      guard reader.peek == .quote, let name = reader.string() else { return false }
      reader.skipBlanks()
      guard reader.peek == UInt8(ascii: ":") else { return false }
      reader.position += 1
      reader.skipBlanks()
      guard let member = reader.part() else { return false }
      members[name] = member
      return true
    }
    return isWhole ? members : nil
  }

  /// A string or a number as text; nil for anything else.
  static func text(_ part: ArraySlice<UInt8>) -> String? {
    var reader = JSONReader(bytes: Array(part))
    if reader.peek == .quote { return reader.string() }
    guard let first = reader.peek,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) || first == UInt8(ascii: "-")
    else { return nil }
    return String(decoding: part, as: UTF8.self)
  }

  private mutating func parts(
    from open: UInt8, to close: UInt8, read: (inout JSONReader) -> Bool
  ) -> Bool {
    skipBlanks()
    guard peek == open else { return false }
    position += 1
    while true {
      skipBlanks()
      if peek == close { break }
      guard read(&self) else { return false }
      skipBlanks()
      guard peek == UInt8(ascii: ",") else { break }
      position += 1
    }
    guard peek == close else { return false }
    position += 1
    skipBlanks()
    return peek == nil
  }

  /// The value that begins here, passed over.
  private mutating func part() -> ArraySlice<UInt8>? {
    let start = position
    switch peek {
    case .quote: guard string() != nil else { return nil }
    case .openBrace, .openBracket: guard skip() else { return nil }
    default:
      let end = [.closeBrace, .closeBracket, UInt8(ascii: ",")]
      while let byte = peek, byte > 0x20, !end.contains(byte) { position += 1 }
      guard position > start else { return nil }
    }
    return bytes[start..<position]
  }
}
