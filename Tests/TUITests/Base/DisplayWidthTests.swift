import TUI
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0),
    ("Carbook", 7),
    ("Іваненко Олена", 14),
    ("и\u{306}", 1),
    ("кни\u{301}га", 5),
    ("日本語", 6),
    ("ｱｲｳ", 3),
    ("Ａ", 2),
    ("한국어", 6),
    ("\u{1112}\u{1161}\u{11AB}", 2),
    ("हिन्दी", 5),
    ("🚗", 2),
    ("👍🏽", 2),
    ("☎️", 1),
    ("❤️", 1),
    ("1️⃣", 1),
    ("🇺🇦", 2),
    ("👨‍👩‍👧", 6),
    ("\u{200B}\u{FEFF}\u{202E}", 0),
    ("\t", 1),
    ("\u{1B}[0m", 4),
  ])
  func `columns of a text`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
    #expect(text.map { DisplayWidth.of($0) }.reduce(0, +) == columns)
  }

  /// The table against the library's own Unicode data, as far as that tells.
  @Test func `every scalar of Unicode 15 is what its properties say`() {
    let values = [0...0xD7FF, 0xE000...0x1_FFFF, 0xE_0000...0xE_0FFF, 0x10_FF00...0x10_FFFF]
    for scalar in values.joined().compactMap({ Unicode.Scalar(UInt32($0)) }) {
      let properties = scalar.properties
      let drawn = SafeText.clean("a\(scalar)")
      let isAssigned = properties.age.map { ($0.major, $0.minor) <= (15, 0) } ?? false
      let expected: String
      switch properties.generalCategory {
      case _ where ["\t", "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2800}"].contains(scalar):
        expected = "a "
      case .control: expected = "a\u{FFFD}"
      case .lineSeparator, .paragraphSeparator: expected = "a "
      case .spaceSeparator: expected = scalar == "\u{3000}" ? "a\u{3000}" : "a "
      case .format, .enclosingMark: expected = isAssigned ? "a" : "a\u{FFFD}"
      case _ where properties.isDefaultIgnorableCodePoint: expected = "a"
      case .modifierSymbol where properties.isEmojiModifier: expected = "a"
      case .privateUse, .unassigned: expected = "a\u{FFFD}"
      case _ where !isAssigned: expected = "a\u{FFFD}"
      case .otherSymbol where ("\u{1F1E6}"..."\u{1F1FF}").contains(scalar):
        expected = "a" + String(UnicodeScalarView.letter(ofFlagHalf: scalar))
      default: expected = "a\(scalar)"
      }
      #expect(drawn.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(properties)")
      if properties.generalCategory == .nonspacingMark, expected.unicodeScalars.count == 2 {
        #expect(DisplayWidth.of("a\(scalar)") == 1 || !isAssigned, "\(scalar.value)")
      }
      if properties.isEmojiPresentation, isAssigned, expected == "a\(scalar)" {
        #expect(DisplayWidth.of("\(scalar)") == 2, "\(scalar.value)")
      }
    }
  }
}

private enum UnicodeScalarView {
  static func letter(ofFlagHalf scalar: Unicode.Scalar) -> Character {
    Character(Unicode.Scalar(UInt8(scalar.value - 0x1F1E6) + UInt8(ascii: "A")))
  }
}
