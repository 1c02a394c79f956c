import Testing

@testable import carbook

@Suite struct VehicleIdentificationTests {
  @Test(arguments: [
    ("11111111111111111", "1"),
    ("1M8GDM9AXKP042788", "X"),
    ("5GZCZ43D13S812715", "1"),
    ("1M8GDM9A0KP042788", "X"),
  ])
  func theCheckDigitIsThatOfTheStandard(text: String, digit: Character) {
    #expect(VehicleIdentification.checkDigit(text) == digit)
  }

  @Test(arguments: ["", "1M8GDM9AXKP04278", "1M8GDM9AXKP0427888", "1M8GDM9AXKP04278O"])
  func whatIsNoNumberHasNone(text: String) {
    #expect(VehicleIdentification.checkDigit(text) == nil)
  }

  @Test(arguments: [(1989, "K"), (2001, "1"), (2009, "9"), (2010, "A"), (2026, "T")])
  func theTenthPlaceIsTheModelYear(year: Int, code: Character) {
    let number = VehicleIdentification.number(
      descriptor: "TMBZZZ1Z", year: year, serial: "B012345")
    #expect(Array(number)[9] == code)
    #expect(number.hasPrefix("TMBZZZ1Z") && number.hasSuffix("B012345"))
    #expect(Array(number)[8] == VehicleIdentification.checkDigit(number))
  }
}
