/// What one cell shows: a base scalar with up to three nonspacing marks, in sixteen bytes and
/// without an allocation.
public struct Glyph: Hashable, Sendable {
  // Three marks of 21 bits each, the first one lowest.
  private var packedMarks: UInt64 = 0
  public let base: Unicode.Scalar
  /// Columns: 1 or 2, and 0 for the second half of a wide glyph.
  public let width: UInt8

  public static let blank = Glyph(" ", width: 1)
  /// Fills the cell right of a wide glyph.
  public static let continuation = Glyph(" ", width: 0)
  public static let ellipsis = Glyph("…", width: 1)
  public static let replacement = Glyph("\u{FFFD}", width: 1)

  init(_ base: Unicode.Scalar, width: UInt8) {
    self.base = base
    self.width = width
  }

  /// Adds a mark; a fourth one is left out, so that stacked marks stay within their row.
  mutating func append(_ mark: Unicode.Scalar) {
    for shift in stride(from: UInt64(0), to: 63, by: 21) where packedMarks >> shift == 0 {
      packedMarks |= UInt64(mark.value) << shift
      return
    }
  }

  public var hasMarks: Bool { packedMarks != 0 }

  /// The marks in their order; none for nearly every glyph.
  public var marks: [Unicode.Scalar] {
    guard hasMarks else { return [] }
    return [0, 21, 42].compactMap { shift in
      let value = UInt32(truncatingIfNeeded: packedMarks >> UInt64(shift)) & 0x1F_FFFF
      return value == 0 ? nil : Unicode.Scalar(value)
    }
  }

  /// Base and marks; empty for the second half of a wide glyph.
  public var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  func write(to text: inout String) {
    guard width > 0 else { return }
    text.unicodeScalars.append(base)
    if hasMarks { text.unicodeScalars.append(contentsOf: marks) }
  }
}
