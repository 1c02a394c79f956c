/// The glyphs of a text, sanitised: the one way from a caller's text to cells.
struct Glyphs<Scalars: IteratorProtocol>: Sequence, IteratorProtocol
where Scalars.Element == Unicode.Scalar {
  private var scalars: Scalars
  private var pending: Unicode.Scalar?

  init<Text: StringProtocol>(_ text: Text) where Scalars == Text.UnicodeScalarView.Iterator {
    self.init(text.unicodeScalars.makeIterator())
  }

  init(_ scalars: Scalars) {
    self.scalars = scalars
    pending = self.scalars.next()
  }

  mutating func next() -> Glyph? {
    while let scalar = pending {
      pending = scalars.next()
      guard var glyph = SafeText.glyph(for: scalar) else { continue }
      while let mark = pending, DisplayWidth.mayJoin(mark) {
        let kind = DisplayWidth.kind(of: mark)
        guard kind == .mark || kind == .dropped else { break }
        if kind == .mark { glyph.append(mark) }
        pending = scalars.next()
      }
      return glyph
    }
    return nil
  }
}

extension Glyphs where Scalars == ScalarReader {
  /// Calls `body` with the glyphs of a text: a string's bytes are read where they stand, for its own
  /// iterator takes four times as long.
  static func read<Result>(
    _ text: some StringProtocol, _ body: (inout Glyphs) -> Result
  ) -> Result {
    let result = text.utf8.withContiguousStorageIfAvailable { bytes in
      var glyphs = Glyphs(ScalarReader(bytes))
      return body(&glyphs)
    }
    if let result { return result }
    var copy = String(text)
    return copy.withUTF8 { bytes in
      var glyphs = Glyphs(ScalarReader(bytes))
      return body(&glyphs)
    }
  }

  /// Reads what a row of so many columns has room for, and one glyph to show that there is more.
  /// - Parameter glyphs: with room for `columns` + 1.
  /// - Returns: how many glyphs, and their columns.
  static func read(
    _ text: some StringProtocol, into glyphs: UnsafeMutableBufferPointer<Glyph>, columns: Int
  ) -> (count: Int, columns: Int) {
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      let seen = bytes.prefix(columns + 1)
      guard seen.allSatisfy(DisplayWidth.isPlain) else { return nil }
      for (place, byte) in seen.enumerated() {
        glyphs.initializeElement(at: place, to: Glyph(Unicode.Scalar(byte), width: 1))
      }
      return seen.count
    }
    if let count = plain ?? nil { return (count, count) }
    return read(text) { text in
      var (count, total) = (0, 0)
      while total <= columns, let glyph = text.next() {
        glyphs.initializeElement(at: count, to: glyph)
        count += 1
        total += Int(glyph.width)
      }
      return (count, total)
    }
  }
}
