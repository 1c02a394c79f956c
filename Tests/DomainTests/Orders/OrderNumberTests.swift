import Domain
import Testing

@Suite struct OrderNumberTests {
  @Test(arguments: [
    ("A-10231", "A-10232"),
    ("A-10239", "A-10240"),
    ("A-09999", "A-10000"),
    ("A-99999", "A-100000"),
    ("00009", "00010"),
    ("7", "8"),
    ("9", "10"),
    ("2026/0041-Ж", "2026/0042-Ж"),
    ("З-15 (гарантія)", "З-16 (гарантія)"),
    ("99999999999999999999999", "100000000000000000000000"),
  ])
  func theNextOne(number: String, next: String) {
    #expect(OrderNumber(number)?.next.text == next)
  }

  @Test(arguments: ["", "A", "без номера", "٣"]) func nothingToCountOn(text: String) {
    #expect(OrderNumber(text) == nil)
  }

  @Test func thePartsMakeTheNumber() throws {
    let number = try #require(OrderNumber("2026/0041-Ж"))
    #expect([number.prefix, number.digits, number.suffix] == ["2026/", "0041", "-Ж"])
    #expect(number.text == "2026/0041-Ж")
  }
}
