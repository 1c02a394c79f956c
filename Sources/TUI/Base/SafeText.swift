/// The one sanitiser between text that came from outside and anything that shows it: cells, tables,
/// CSV, titles, notices. The store keeps what came.
///
/// C0, C1 and DEL, private and unassigned scalars become U+FFFD; tabs, line ends and odd spaces one
/// blank; bidi controls, zero-width characters, variation selectors, soft hyphens and tags go.
public enum SafeText {
  /// `text` as it may be shown anywhere.
  public static func clean(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(text) }
    var clean = ""
    clean.reserveCapacity(text.utf8.count)
    for glyph in Glyphs(text) { glyph.write(to: &clean) }
    return clean
  }

  /// `text` clean and exactly `columns` wide: cut with "…", or filled with blanks.
  public static func fitted(
    _ text: some StringProtocol, columns: Int, alignment: Alignment = .leading
  ) -> String {
    guard columns > 0 else { return "" }
    let width = DisplayWidth.of(text)
    if width <= columns {
      let before = alignment.offset(of: width, in: columns)
      let blanks = { String(repeating: " ", count: $0) }
      return blanks(before) + clean(text) + blanks(columns - width - before)
    }
    var fitted = ""
    var left = columns - 1
    for glyph in Glyphs(text) {
      guard Int(glyph.width) <= left else { break }
      glyph.write(to: &fitted)
      left -= Int(glyph.width)
    }
    return fitted + "…" + String(repeating: " ", count: left)
  }

  /// What a scalar that starts a cell is shown as; nil where it is shown as nothing (a mark without
  /// a base would join whatever stands left of the text).
  static func glyph(for scalar: Unicode.Scalar) -> Glyph? {
    switch DisplayWidth.kind(of: scalar) {
    case .narrow: Glyph(scalar, width: 1)
    case .wide: Glyph(scalar, width: 2)
    case .mark, .dropped: nil
    case .refused: .replacement
    case .blank: .blank
    case .flagLetter:
      Glyph(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value - 0x1F1E6 + 0x41)), width: 1)
    }
  }
}

/// Where text stands in a width that is larger than the text.
public enum Alignment: Sendable {
  case leading, center, trailing

  /// Columns before a text of `width` columns, in `columns` ≥ `width`.
  func offset(of width: Int, in columns: Int) -> Int {
    switch self {
    case .leading: 0
    case .center: (columns - width) / 2
    case .trailing: columns - width
    }
  }
}
