// Composed and decomposed forms: Unicode's, as the standard library compares strings by them.
@_spi(_Unicode) import Swift

/// A name folded for sorting and for searching: case and accents do not count, and Ukrainian
/// letters stand in the order of the Ukrainian alphabet. SQLite's own LIKE and NOCASE know only
/// ASCII, and Unicode's code points put Є, І and Ї before А.
public struct NameKey: Hashable, Comparable, Sendable {
  /// Sorts byte-wise.
  public let text: String

  /// Behind every name.
  public static let unnamed = NameKey(text: "\u{10FFFF}")

  private init(text: String) {
    self.text = text
  }

  public init(_ name: String) {
    text = NameKey.quickly(name) ?? NameKey.folded(name)
  }

  private static func folded(_ name: String) -> String {
    var text = ""
    var blank = false
    // Composed first: й and ї are letters of their own, not и and і with an accent.
    for scalar in String(String.UnicodeScalarView(name._nfc)).lowercased().unicodeScalars {
      guard let folded = NameKey.fold(scalar) else {
        blank = !text.isEmpty
        continue
      }
      if folded.isEmpty { continue }
      if blank { text += " " }
      blank = false
      text += folded
    }
    return text
  }

  /// The same for names of ASCII and Cyrillic letters, which are composed already: a look into a
  /// table for each. Nil for all others.
  private static func quickly(_ name: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    var blank = false
    for scalar in name.unicodeScalars {
      let value = Int(scalar.value)
      let folded: [UInt8]?
      switch value {
      case 0..<0x80: folded = table[value]
      case 0x400...0x481, 0x48A...0x4FF: folded = table[value - 0x380]
      default: return nil
      }
      guard let folded else {
        blank = !bytes.isEmpty
        continue
      }
      if folded.isEmpty { continue }
      if blank { bytes.append(0x20) }
      blank = false
      bytes += folded
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What ASCII and then U+0400...U+04FF become; nil for what separates words.
  private static let table: [[UInt8]?] = (Array(0x00..<0x80) + Array(0x400..<0x500)).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
    let key = folded("a" + String(scalar) + "a")
    return key == "a a" ? nil : Array(key.utf8.dropFirst().dropLast())
  }

  public static func < (left: NameKey, right: NameKey) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// Nil for what separates words, empty for what does not count (apostrophes, accents).
  private static func fold(_ scalar: Unicode.Scalar) -> String? {
    if let place = places[scalar] { return place }
    switch scalar {
    case "'", "’", "ʼ", "`", "\u{00AD}": return ""
    case _ where isAccent(scalar): return ""
    case "0"..."9", "a"..."z": return String(scalar)
    default: break
    }
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return nil }
    let decomposed = String(scalar)._nfd
    return decomposed.filter { !isAccent($0) }.map { places[$0] ?? String($0) }.joined()
  }

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    ("\u{0300}"..."\u{036F}").contains(scalar)
  }

  /// Each letter of the alphabet becomes a code point of one contiguous run, in its order; Russian
  /// letters stand beside the Ukrainian ones they are mistaken for.
  private static let places: [Unicode.Scalar: String] = {
    let alphabet = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
    var places: [Unicode.Scalar: String] = [:]
    for (index, letter) in alphabet.unicodeScalars.enumerated() {
      places[letter] = Unicode.Scalar(UInt32(0x430 + index)).map(String.init) ?? ""
    }
    for (russian, ukrainian) in [("ё", "е"), ("ы", "и"), ("э", "е"), ("ъ", "ь")] {
      if let from = russian.unicodeScalars.first, let to = ukrainian.unicodeScalars.first {
        places[from] = places[to]
      }
    }
    return places
  }()
}
