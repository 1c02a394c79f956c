/// How many terminal columns text takes, by a table of our own: `wcwidth` depends on the locale
/// and the terminal's idea of a cluster on the terminal.
///
/// The rule is the one that every terminal draws alike: each scalar with a width starts a cell, and
/// only nonspacing marks join the cell before them. Joiners, variation selectors and skin tones are
/// not drawn (`SafeText`), so a family emoji is its members side by side and `☎️` is `☎`.
public enum DisplayWidth {
  /// Columns of `text` as `SafeText` would have it drawn.
  public static func of(_ text: some StringProtocol) -> Int {
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy(isPlain) ? bytes.count : nil
    }
    if let columns = plain ?? nil { return columns }
    return Glyphs.read(text) { glyphs in
      var columns = 0
      while let glyph = glyphs.next() { columns += Int(glyph.width) }
      return columns
    }
  }

  /// Columns of one character: 0, 1 or 2, more for an emoji sequence.
  public static func of(_ character: Character) -> Int {
    of(String(character))
  }

  /// Whether a byte is a printable character of ASCII.
  static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }

  /// Whether it may join the cell before it, or be left out: not ASCII, and none of the letters between
  /// the marks for all scripts and those for Cyrillic.
  static func mayJoin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && !(0x370..<0x483).contains(scalar.value)
  }

  /// What a scalar does to the cells of a line.
  enum Kind: UInt32 {
    case narrow = 0
    case wide = 1
    /// Joins the cell before it.
    case mark = 2
    /// Invisible, or steers the terminal: left out.
    case dropped = 3
    /// Control, private or unassigned: shown as U+FFFD.
    case refused = 4
    /// Any space but U+0020 and U+3000, and what ends a line: one blank.
    case blank = 5
    /// A regional indicator: its letter, so that a flag reads as its country code.
    case flagLetter = 6
  }

  static func kind(of scalar: Unicode.Scalar) -> Kind {
    let value = scalar.value
    // ASCII, and the letters that Cyrillic text is made of, need no search.
    if value < 0x7F { return value >= 0x20 ? .narrow : search(value) }
    if (0x400...0x481).contains(value) || (0x2500...0x257F).contains(value) { return .narrow }
    return search(value)
  }

  private static func search(_ value: UInt32) -> Kind {
    var low = 0
    var high = WidthTable.runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if WidthTable.runs[middle] >> 3 <= value { low = middle } else { high = middle }
    }
    return Kind(rawValue: WidthTable.runs[low] & 7) ?? .refused
  }
}
