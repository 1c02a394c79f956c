import CNcurses
import Glibc
import TUI
import Testing

/// Our width table against libc's, which ncurses goes by.
@Suite struct WcwidthTests {
  /// Where the two may differ, and why that is right.
  private enum Difference: String {
    case leftOut = "left out by us, so its width does not matter"
    case replaced = "shown as U+FFFD: control, private, unassigned in Unicode 15"
    case blanked = "an odd space, shown as a blank"
    case flagLetter = "half a flag, shown as its letter"
    case newer = "younger than libc's table"
  }

  @Test func `agrees with libc for every scalar that is drawn as it is`() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    var wrong: [String] = []
    for scalar in (0x20...0x3_FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) {
      let ours = DisplayWidth.of("a\(scalar)") - 1
      let theirs = Int(cn_libc_width(scalar.value))
      if ours != theirs, difference(of: scalar, theirs: theirs) == nil {
        wrong.append("U+\(String(scalar.value, radix: 16)) ours \(ours), libc \(theirs)")
      }
    }
    #expect(wrong == [])
  }

  private func difference(of scalar: Unicode.Scalar, theirs: Int) -> Difference? {
    switch SafeText.clean("a\(scalar)") {
    case "a": .leftOut
    case "a\u{FFFD}": .replaced
    case "a ": .blanked
    case let text where text.unicodeScalars.count == 2 && text.unicodeScalars.last != scalar:
      .flagLetter
    default: theirs == -1 ? .newer : nil
    }
  }
}
