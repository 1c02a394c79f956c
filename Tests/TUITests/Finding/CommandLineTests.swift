import Domain
import Testing

@testable import TUI

/// `:` on every screen.
@Suite struct CommandLineTests {
  @Test(
    arguments: [
      [.down, .enter], [.down, .character("c")], [.down, .character("o")],
      [.character("2"), .character("w")],
    ] as [[Key]])
  func itStandsOverCardsToo(_ keys: [Key]) {
    var desk = Desk.sample()
    desk.store.organizations = [
      Organization(id: Organization.ID(1), name: "Автопарк", memberCount: 1)
    ]
    for key in keys { desk.press(key) }
    let card = desk.state.layers
    desk.press(.character(":"))
    #expect(desk.state.keyContext == .line)
    desk.press(.escape)
    #expect(desk.state.layers == card)
    // A list is not what one looks at.
    desk.press(.character(":"), .paste("export calls.csv"))
    #expect(
      desk.screen.contains("No list is on the screen.") || desk.state.layers.count > card.count)
    desk.press(.enter)
    #expect(desk.store.written.isEmpty)
    desk.press(.escape, .character(":"), .paste("orders"), .enter)
    #expect(desk.state.layers.isEmpty && desk.state.screen == .orders)
    desk.press(.character("H"))
    #expect(desk.state.layers.count == card.count)
  }

  @Test(arguments: [("A-10232", "A-10232"), ("", ""), (" 7/26 ", "7/26")])
  func whatOrdersAreNumberedLikeIsSet(_ typed: String, _ example: String) {
    var console = Console()
    console.press(.character(":"), .paste("ordernumber \(typed)"), .enter)
    #expect(console.store.written == [.setOrderNumber(example)])
    #expect(console.screen.contains(example.isEmpty ? "from the newest" : "like \(example)."))
  }

  @Test(arguments: ["A-", String(repeating: "1", count: 41)])
  func anExampleWithoutADigitIsRefused(_ typed: String) {
    var console = Console()
    console.press(.character(":"), .paste("ordernumber \(typed)"), .enter)
    #expect(console.screen.contains("An example has a digit and at most 40 characters: A-10232."))
    #expect(console.store.written.isEmpty)
  }

  private func console(entering text: String, on screen: Screen = .log) -> Console {
    var console = Console()
    console.press(.character(Character(String(screen.rawValue))), .character(":"))
    console.type(text)
    return console
  }

  @Test(arguments: Screen.allCases) func everyScreenHasIt(_ screen: Screen) {
    var console = console(entering: "con", on: screen)
    #expect(console.frame.text[19].hasPrefix("│ :con "))
    #expect(console.frame.text[20].hasPrefix("│ contacts "))
    console.press(.escape)
    #expect(console.state.screen == screen && console.state.layers.isEmpty)
  }

  static let shown: [(String, Screen)] = [
    ("contacts", .contacts), ("2", .contacts), ("Orders", .orders), ("callback", .callBack),
    ("statistics", .statistics), ("settings", .settings), ("  6 ", .settings), ("log", .log),
    ("щквуки", .log), ("сщтефсеі", .contacts), ("filter missed", .log), ("sort talk", .log),
  ]

  @Test(arguments: shown) func aCommandShowsItsScreen(_ text: String, _ screen: Screen) {
    var console = console(entering: text, on: .statistics)
    console.press(.enter)
    // With the Ukrainian layout on, "щквуки" is no command, and "сщтефсеі" is "contacts".
    #expect(console.state.layers.isEmpty == (text != "щквуки"))
    if console.state.layers.isEmpty { #expect(console.state.screen == screen) }
  }

  @Test func everyCommandIsOfferedOnce() {
    let names = Command.all.flatMap(\.names)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0 == $0.lowercased() && !$0.contains(" ") })
  }

  @Test func quitAndHelpAreCommandsToo() {
    var console = console(entering: "quit")
    console.press(.enter)
    #expect(console.store.written.contains(.quit))
    console.press(.character(":"))
    console.type("help")
    console.press(.enter)
    #expect(console.state.keyContext == .help)
  }

  static let refused: [(String, String)] = [
    ("fliter missed", "There is no command “fliter”; the nearest is “filter”."),
    ("7", "There is no command “7”; the nearest is “me”."),
    ("filter tipe:in x", "“tipe:in” is no key of a filter; “type:” is."),
    ("goto soon", "That is no date or time."), ("goto", "That is no date or time."),
    ("sort shoe", "The log is not sorted by that."), ("saved none", "No filter has that name."),
    ("save this", "All calls are shown."),
  ]

  @Test(arguments: refused) func whatCannotBeDoneIsSaidAndStays(_ text: String, _ why: String) {
    var console = console(entering: text)
    let screen = console.state.log
    console.press(.enter)
    #expect(console.frame.text[20].hasPrefix("│ \(why) "))
    #expect(console.frame.text[19].hasPrefix("│ :\(text) "))
    #expect(console.state.log == screen)
  }

  @Test func namesAndArgumentsAreCompleted() {
    var console = console(entering: "fi")
    console.press(.tab)
    console.type("mis")
    console.press(.tab, .enter)
    #expect(console.state.log.filter == (try? FilterLanguage.filter("missed")))
    console.press(.character(":"))
    console.type("s")
    #expect(console.frame.text[20].hasPrefix("│ saved  save  sort  statistics  settings "))
    console.type("ort t")
    console.press(.tab, .enter)
    #expect(console.state.log.sort == CallSort(.talk, ascending: false))
    #expect(console.state.log.filter.isMissed)
  }

  @Test func whatWasEnteredIsKeptForTheNextSession() throws {
    var console = console(entering: "filter today")
    console.press(.enter, .character(":"), .up)
    #expect(console.frame.text[19].hasPrefix("│ :filter today "))
    #expect(console.state.view.commandHistory == ["filter today"])
    #expect(console.state.view.filterHistory == ["today"])
    #expect(console.store.kept == console.state.view)
  }

  @Test func sortedByTalkTheLongestStandsFirst() {
    var console = console(entering: "sort talk")
    console.press(.enter)
    #expect(console.state.log.list.selected?.talk == 3723)
    #expect(console.frame.text[1].hasSuffix(" 1/11"))
    console.press(.character(":"))
    console.type("sort date")
    console.press(.enter)
    #expect(console.frame.text[1].hasSuffix("LIVE  1/11"))
  }
}
