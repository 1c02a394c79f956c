import Domain
import Testing

@testable import TUI

/// What goes to the clipboard, from where.
@Suite struct CopyTests {
  private func copied(_ desk: inout Desk) -> [Effect] {
    desk.takeAsked().filter {
      switch $0 {
      case .copy, .copyRecordingLink: true
      default: false
      }
    }
  }

  @Test(
    arguments: [
      ([], "+380670001122"), ([.enter], "+380670001122"), ([.character("c")], "+380670001122"),
      ([.character("o")], "+380670001122"), ([.character("2")], "+380442005000"),
      ([.character("3")], "+380670001122"), ([.character("4")], "+380670001122"),
    ] as [([Key], String)]) func yCopiesTheNumberEverywhere(_ keys: [Key], _ number: String)
  {
    var desk = Desk.golden(80, 24)
    for key in keys { desk.press(key) }
    desk.press(.character("y"))
    #expect(copied(&desk) == [.copy(number)])
    #expect(desk.frame.text[23].contains("Copied; the terminal was asked (OSC 52)."))
  }

  @Test func theMenuHasWhatThereIs() {
    var desk = Desk.golden(80, 24)
    desk.store.prompts = []
    desk.press(.down, .down, .control("y"))
    #expect(desk.state.keyContext == .copyMenu)
    let lines = desk.frame.text.filter { $0.contains("│  ") && $0.contains(" n  number") }
    #expect(lines.count == 1)
    #expect(desk.screen.contains(" n  number +380670001122"))
    #expect(desk.screen.contains(" c  name Іваненко Олена"))
    #expect(desk.screen.contains(" l  recording's link"))
    #expect(desk.screen.contains(" o  order's number A-10231"))
    desk.press(.character("c"))
    #expect(copied(&desk) == [.copy("Іваненко Олена")])
    #expect(desk.state.layers.isEmpty)
    desk.press(.control("y"), .character("l"))
    #expect(copied(&desk) == [.copyRecordingLink(Call.ID(8))])
  }

  @Test func aCardHasTheContactsAddressToo() {
    var desk = Desk.golden(80, 24)
    desk.press(.character("c"), .control("y"), .character("e"))
    #expect(copied(&desk) == [.copy("olena@example.com")])
  }

  /// The list may have moved on below the menu.
  @Test func whatIsCopiedIsWhatWasShown() {
    var console = Console()
    console.press(.control("y"))
    console.arrive(PromptTests.second)
    console.press(.character("n"))
    #expect(console.store.written.last == .copy("+380501234567"))
  }

  @Test func whatIsNotThereIsNotOffered() {
    var desk = Desk.golden(80, 24, language: .ukrainian)
    for _ in 0..<5 { desk.press(.down) }
    desk.press(.character("y"))
    #expect(desk.screen.contains("У цього дзвінка немає номера клієнта."))
    desk.press(.control("y"))
    #expect(desk.screen.contains("Тут нічого копіювати."))
    #expect(copied(&desk).isEmpty)
  }

  @Test(arguments: [
    (ClipboardWay.terminal, "Copied; the terminal was asked (OSC 52)."),
    (.program("wl-copy"), "Copied with wl-copy."), (.tooLong, "Too long for the clipboard."),
  ]) func theWayIsSaid(_ way: ClipboardWay, _ sentence: String) {
    var console = Console()
    console.send(.copied(way))
    #expect(console.frame.text[22].contains(sentence))
  }

  // MARK: Pasting into a list

  @Test(arguments: [
    ("+380 93 555 44 33", "+380 93 555 44 33"), ("\n\n 093 \nsecond line", "093"),
    ("a\u{FFFD}b", "ab"), ("Олена", "Олена"),
  ]) func whatIsPastedIsSearchedFor(_ pasted: String, _ searched: String) {
    var desk = Desk.golden(80, 24)
    desk.press(.paste(pasted))
    #expect(desk.state.log.filter.text == searched)
    #expect(desk.state.keyContext == .log)
  }

  @Test func aListWithoutASearchLeavesItToTheLog() {
    var desk = Desk.golden(80, 24)
    desk.press(.character("4"), .paste("0935554433"))
    #expect(desk.state.screen == .log)
    #expect(desk.state.log.list.selected?.client == Sample.number("0935554433"))
    desk.press(.escape, .character("H"))
    #expect(desk.state.screen == .callBack)
  }

  @Test(arguments: ["", "\n \n", "\u{FFFD}"]) func nothingIsNotSearchedFor(_ pasted: String) {
    var desk = Desk.golden(80, 24)
    desk.press(.character("4"), .paste(pasted))
    #expect(desk.state.screen == .callBack)
  }
}
