import Domain
import Testing

@testable import TUI

/// Text that leads somewhere.
@Suite struct LinkTests {
  private func links(_ desk: Desk) -> [String: String] {
    let frame = desk.frame
    return Dictionary(
      frame.links.map { link in
        let text = (0..<link.columns).map { column in
          frame.cell(at: link.position.moved(columns: column)).glyph
        }.filter { $0.width > 0 }.map(\.text).joined()
        return (text, link.address)
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func anEmailLeadsToTheMailProgram() {
    var desk = Desk.golden(120, 40)
    #expect(links(desk)["olena@example.com"] == "mailto:olena@example.com")
    #expect(
      links(desk)["олена@приклад.укр"]
        == "mailto:%D0%BE%D0%BB%D0%B5%D0%BD%D0%B0@%D0%BF%D1%80%D0%B8%D0%BA%D0%BB%D0%B0%D0%B4."
        + "%D1%83%D0%BA%D1%80")
    desk.press(.character("?"))
    #expect(links(desk).isEmpty)
  }

  @Test func aRecordingLeadsToItsPage() {
    var desk = Desk.golden(80, 24)
    desk.press(.down, .down, .enter)
    for _ in 0..<40 where links(desk).isEmpty { desk.press(.down) }
    #expect(links(desk).values.contains("https://example.com/8.mp3"))
  }

  /// Whatever a caller or a provider has sent.
  @Test(arguments: [
    "javascript:alert(1)", "file:///etc/passwd", "https://a/ b", "https://a/\u{1B}\\x", "", "x",
    "https://приклад.укр/", "https://" + String(repeating: "a", count: 2048),
  ]) func whatIsNoAddressLeadsNowhere(_ address: String) {
    #expect(LinkAddress.checked(address) == nil)
    #expect(PaneLine(("x", .link), leadingTo: address).address == nil)
  }

  @Test(arguments: [
    ("a@b.c", "mailto:a@b.c"), ("a?subject=x&b@c", "mailto:a%3Fsubject%3Dx%26b@c"),
    ("a\u{7}b", "mailto:a%07b"), ("a b", "mailto:a%20b"),
  ]) func aMailAddressIsOnlyThat(_ address: String, _ expected: String) {
    #expect(LinkAddress.mail(address) == expected)
  }
}
