import Domain
import Testing

/// "Numbers" of the design's semantics, row by row.
@Suite struct NumberPlanTests {
  @Test(arguments: [
    "+380 50 123-45-67", "380501234567", "80501234567", "0501234567", "00380501234567",
    "+380(50)1234567", "(050) 123 45 67", " 050.123.45.67 ", "+380 (0) 50 123 45 67",
    "tel:+380501234567", "sip:380501234567@pbx.example", "8 050 123 45 67", "050/123–45–67",
  ])
  func oneNumber(_ spelling: String) {
    #expect(number(spelling) == PhoneNumber(kind: .international, text: "+380501234567"))
  }

  @Test(arguments: [
    ("101", PhoneNumber.Kind.extension, "101"), ("1", .extension, "1"),
    ("123456", .extension, "123456"), ("12-34-56", .extension, "123456"),
    ("1234567", .local, "1234567"), ("501234567", .local, "501234567"),
    ("234-56-78", .local, "2345678"), ("1234567890", .international, "+1234567890"),
    ("+48123456789", .international, "+48123456789"), ("+12345678", .international, "+12345678"),
    ("0048123456789", .international, "+48123456789"), ("+1234567", .local, "1234567"),
    ("123456789012345", .international, "+123456789012345"),
    ("00123456789012345", .international, "+123456789012345"),
    ("1234567890123456", .other, "1234567890123456"),
    ("+1 234567890123456", .other, "+1 234567890123456"),
    ("09876543210123", .local, "09876543210123"),
    ("ivanenko", .login, "ivanenko"), ("myproject_101", .login, "myproject_101"),
    ("sip:ivanenko@pbx.example", .login, "ivanenko"), ("Оператор", .login, "Оператор"),
    ("*101#", .other, "*101#"), ("38050_1234567", .other, "38050_1234567"),
  ])
  func kinds(_ text: String, _ kind: PhoneNumber.Kind, _ kept: String) {
    #expect(number(text) == PhoneNumber(kind: kind, text: kept))
  }

  @Test(arguments: [
    "", " ", "-1", "(none)", "(not set)", "anonymous", "Anonymous", "HIDDEN", "private",
    "restricted", "unavailable", "unknown", "withheld", "null", "+", "-", "()", "\n", "\u{0}",
    "١٢٣", "tel:", "sip:",
  ])
  func hidden(_ text: String) {
    #expect(number(text) == nil)
  }

  @Test func whatIsInsideTheShop() {
    for (text, isInternal) in [
      ("101", true), ("ivanenko", true), ("1234567", false), ("0501234567", false), ("*1#", false),
    ] {
      #expect(number(text)?.isInternal == isInternal)
    }
  }

  @Test func anotherCountry() {
    let poland = NumberPlan(callingCode: "48", trunkPrefix: "0", nationalLength: 9)
    #expect(poland.number("0 12 345 67 89")?.text == "+48123456789")
    #expect(poland.number("+380501234567")?.text == "+380501234567")
    #expect(poland.number("80501234567")?.text == "+80501234567")
  }

  @Test(arguments: [
    ("+380501234567", "+380 50 123 45 67"), ("+48123456789", "+48 12 345 67 89"),
    ("+12025550123", "+1 202 555 01 23"), ("+4915112345678", "+49 151 123 456 78"),
    ("+35312345678", "+353 123 456 78"), ("+123456789012345", "+1 234 567 890 123 45"),
    ("101", "101"), ("1234567", "1234567"), ("ivanenko", "ivanenko"),
  ])
  func grouping(_ text: String, _ grouped: String) {
    #expect(number(text)?.grouped == grouped)
  }

  @Test func everyLengthIsGroupedWithoutLoss() {
    for count in 8...15 {
      for first in 1...9 {
        let digits = String((0..<count).map { Character("\(($0 * 7 + first) % 10)") })
        let number = PhoneNumber(kind: .international, text: "+" + digits)
        #expect(number.grouped.filter { $0 != " " } == number.text)
        #expect(number.digits == digits)
        // No group but the country code stands alone.
        let groups: [Substring] = number.grouped.split(separator: " ")
        #expect(groups.dropFirst().allSatisfy { $0.count > 1 })
      }
    }
  }
}
