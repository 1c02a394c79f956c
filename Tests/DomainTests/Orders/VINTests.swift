import Domain
import Testing

@Suite struct VINTests {
  @Test(arguments: [
    ("11111111111111111", "1"),
    ("1M8GDM9AXKP042788", "X"),
    ("5GZCZ43D13S812715", "1"),
    ("1M8GDM9A0KP042788", "X"),
  ])
  func theCheckDigitIsThatOfTheStandard(text: String, digit: Character) {
    #expect(VIN.checkDigit(text) == digit)
  }

  @Test(arguments: ["", "1M8GDM9AXKP04278", "1M8GDM9AXKP0427888", "1M8GDM9AXKP04278O"])
  func whatIsNoNumberHasNone(text: String) {
    #expect(VIN.checkDigit(text) == nil)
  }

  @Test(arguments: [
    // America and China: position 9 has to fit.
    ("1M8GDM9AXKP042788", VIN.Problem?.none),
    ("1M8GDM9A1KP042788", .checkDigit),
    ("5GZCZ43D23S812715", .checkDigit),
    ("3VWFE21C04M000001", nil),
    ("LSVNV2187E2100001", nil),
    ("LSVNV2183E2100001", .checkDigit),
    // Everybody else puts there what he likes.
    ("TMBZZZ1Z0B1234567", nil),
    ("TMBZZZ1Z5B1234567", nil),
    ("WVWZZZ3CZ6E123456", nil),
    ("6M8GDM9A1KP042788", nil),
    // As people type them: small, with blanks, in Cyrillic.
    (" wf0xxx ttgxgr12345 ", nil),
    ("ТМВZZZ1Z0В1234567", nil),
    // What no such number has.
    ("TMBZZZ1Z0B12345O7", .character("O")),
    ("TMBZZZ1Z0B12345І7", .character("I")),
    ("QMBZZZ1Z0B1234567", .character("Q")),
    ("TMBZZZ1Z0B12345Ж7", .character("Ж")),
    ("TMBZZZ1Z0B123456", .length(16)),
    ("TMBZZZ1Z0B12345678", .length(18)),
    ("", .length(0)),
    ("- -", .length(0)),
  ])
  func whatIsWrong(text: String, problem: VIN.Problem?) {
    #expect(VIN.problem(of: text) == problem)
  }

  @Test func oneOfTheseIsWrittenInOneWay() {
    #expect(VIN.normalised("тмв zzz-1z 0b1234567") == "TMBZZZ1Z0B1234567")
  }
}
