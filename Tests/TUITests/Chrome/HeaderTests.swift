import Domain
import Testing

@testable import TUI

@Suite struct HeaderTests {
  /// In a shop of ten million calls nobody counts digits.
  @Test(arguments: [
    (Language.english, " today 1,204 · answered 1,100 · missed 104 · to call back 36,000"),
    (.ukrainian, " сьогодні 1 204 · відповіли 1 100 · пропущено 104 · передзвонити 36 000"),
  ])
  func largeNumbersAreGrouped(_ language: Language, _ figures: String) {
    var desk = Desk.sample(120, 40, language: language)
    desk.state.figures = CallTally(total: 1204, answered: 1100, missed: 104)
    desk.state.callBackCount = 36_000
    let line = desk.frame.text[1]
    #expect(line.hasPrefix(figures + "  "), "\(line)")
  }

  @Test func soIsATotal() {
    var desk = Desk.sample(80, 24)
    desk.state.log.list.loadCount(10_000_000, before: nil, position: nil)
    #expect(desk.frame.text[1].hasSuffix("  LIVE  1/10,000,000"), "\(desk.frame.text[1])")
  }
}
