import Domain
import Testing

@testable import TUI

@Suite struct HelpTests {
  @Test func scrollsAndCloses() {
    for close in [Key.escape, .character("q"), .character("?"), .function(1)] {
      var console = Console()
      console.press(.function(1))
      #expect(console.frame.text[3] == "│ Everywhere" + String(repeating: " ", count: 67) + "│")
      console.press(.end)
      #expect(console.screen.contains("When asked whether to quit"))
      console.press(.home)
      #expect(console.screen.contains("Everywhere"))
      console.press(close)
      #expect(console.state.layers.isEmpty)
    }
  }

  @Test func isSearchedAsOneTypes() {
    var console = Console()
    console.type("?/redr")
    let lines = console.frame.text.map {
      String($0.drop { $0 == "│" }.prefix { $0 != "│" }).trimmed
    }
    #expect(lines[3] == "Search  redr")
    #expect(lines[4] == "Everywhere")
    #expect(lines[5] == "Ctrl-L             redraw                      redraw")
    #expect(lines[6].isEmpty)
    console.type("x")
    #expect(console.screen.contains("Nothing"))
    console.press(.backspace, .enter)
    #expect(console.state.keyContext == .help)
    console.press(.escape)
    #expect(console.state.layers.isEmpty)
  }

  @Test func escapeEndsTheSearchAndKeepsTheHelp() {
    var console = Console()
    console.type("?/undo")
    console.press(.escape)
    #expect(console.state.keyContext == .help && console.screen.contains("Everywhere"))
  }

  static let searches: [(String, Language, String)] = [
    ("undo", .english, "undo"), ("ctrl-r", .english, "do again"), ("UNDO", .english, "undo"),
    ("whose what", .english, "whose, what about"), ("call-back", .english, "call the number"),
    ("скас", .ukrainian, "скасувати"),
  ]

  @Test(arguments: searches) func findsKeysLabelsAndNames(
    _ text: String, _ language: Language, _ label: String
  ) {
    let lines = HelpView.lines(Words(language: language), matching: text)
    #expect(lines.contains { $0.spans.contains { $0.text.trimmed == label } }, "\(text)")
    #expect(lines.count < HelpView.lines(Words(language: language)).count / 4)
  }

  @Test(arguments: Language.allCases) func fitsEightyColumns(_ language: Language) {
    for line in HelpView.lines(Words(language: language), columns: 76) {
      let width = line.spans.map { DisplayWidth.of($0.text) }.reduce(0, +)
      #expect(width <= 76, "\(line.spans.map(\.text).joined())")
    }
  }

  @Test func aLowScreenScrollsToTheEnd() {
    var console = Console(60, 15)
    console.type("?")
    for _ in 0..<200 { console.press(.pageDown) }
    #expect(console.screen.contains("When asked whether to quit"))
  }
}
