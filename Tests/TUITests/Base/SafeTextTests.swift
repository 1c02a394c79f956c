import Testing

@testable import TUI

@Suite struct SafeTextTests {
  @Test(arguments: [
    ("plain text", "Carbook 14:32", "Carbook 14:32"),
    ("Ukrainian", "Ґанок, їжак, щур", "Ґанок, їжак, щур"),
    ("escape sequence", "\u{1B}[31mred", "\u{FFFD}[31mred"),
    ("C0", "a\u{0}b\u{7}c\u{8}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
    ("DEL", "a\u{7F}", "a\u{FFFD}"),
    ("C1", "a\u{9B}31m", "a\u{FFFD}31m"),
    ("tab and line ends", "a\tb\nc\rd\u{85}e", "a b c d e"),
    ("line and paragraph separators", "a\u{2028}b\u{2029}c", "a b c"),
    ("odd spaces", "a\u{A0}b\u{2003}c\u{2800}d", "a b c d"),
    ("bidi overrides", "a\u{202E}b\u{202C}c\u{2066}d\u{2069}e", "abcde"),
    ("bidi marks", "a\u{200E}b\u{200F}c\u{61C}d", "abcd"),
    ("zero width", "a\u{200B}b\u{200C}c\u{200D}d\u{2060}e\u{FEFF}f", "abcdef"),
    ("soft hyphen", "a\u{AD}b", "ab"),
    ("variation selectors", "☎\u{FE0F}\u{E0100}", "☎"),
    ("tags", "a\u{E0041}\u{E007F}b", "ab"),
    ("private use", "a\u{E000}\u{F0000}", "a\u{FFFD}\u{FFFD}"),
    ("unassigned", "a\u{378}", "a\u{FFFD}"),
    ("hangul fillers", "a\u{3164}\u{115F}b", "ab"),
    ("a mark without a base", "\u{301}a", "a"),
    ("a mark after something left out", "\u{200B}\u{301}a", "a"),
    ("stacked marks", "a\u{301}\u{302}\u{303}\u{304}\u{305}", "a\u{301}\u{302}\u{303}"),
    ("joined emoji", "👨‍👩‍👧", "👨👩👧"),
    ("flag", "🇺🇦", "UA"),
  ])
  func clean(name: String, text: String, shown: String) {
    let clean = SafeText.clean(text)
    // By scalars: String's == takes canonical equivalents for equal.
    #expect(Array(clean.unicodeScalars) == Array(shown.unicodeScalars), "\(name)")
    #expect(SafeText.clean(clean) == clean)
  }

  @Test(arguments: [
    ("Іван", 6, Alignment.leading, "Іван  "),
    ("3:05", 6, Alignment.trailing, "  3:05"),
    ("ab", 5, Alignment.center, " ab  "),
    ("Іваненко", 8, Alignment.leading, "Іваненко"),
    ("Іваненко", 7, Alignment.leading, "Іванен…"),
    ("Іваненко", 1, Alignment.trailing, "…"),
    ("Іваненко", 0, Alignment.leading, ""),
    ("日本語", 5, Alignment.leading, "日本…"),
    ("日本語", 4, Alignment.leading, "日… "),
    ("a\tb\u{202E}", 3, Alignment.leading, "a b"),
  ])
  func fitted(text: String, columns: Int, alignment: Alignment, fitted: String) {
    #expect(SafeText.fitted(text, columns: columns, alignment: alignment) == fitted)
  }

  @Test(arguments: [
    "", "plain", "Олена Є́", "e\u{301}x\u{200B}y", "日本\u{1F600}語", "a\u{0}\u{7F}\u{9B}b",
  ])
  func bytesAreReadAsTheStringReadsThem(_ text: String) {
    let whole = Array(Glyphs(text))
    #expect(Glyphs.read(text) { Array($0) } == whole)
    // A part of a text that is another part's as well.
    #expect(Glyphs.read(("x" + text + "y").dropFirst().dropLast()) { Array($0) } == whole)
  }
}
