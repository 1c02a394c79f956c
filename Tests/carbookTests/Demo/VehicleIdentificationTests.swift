import Domain
import Testing

@testable import carbook

@Suite struct VehicleIdentificationTests {
  @Test(arguments: [(1989, "K"), (2001, "1"), (2009, "9"), (2010, "A"), (2026, "T")])
  func theTenthPlaceIsTheModelYear(year: Int, code: Character) {
    let number = VehicleIdentification.number(
      descriptor: "TMBZZZ1Z", year: year, serial: "B012345")
    #expect(Array(number)[9] == code)
    #expect(number.hasPrefix("TMBZZZ1Z") && number.hasSuffix("B012345"))
    #expect(Array(number)[8] == VIN.checkDigit(number))
  }
}
