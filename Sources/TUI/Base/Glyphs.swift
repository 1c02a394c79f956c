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
      // ASCII after ASCII is nearly all there is: no look at what follows is needed.
      while let mark = pending, mark.value >= 0x300 {
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
}
