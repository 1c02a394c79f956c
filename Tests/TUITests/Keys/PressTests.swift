import Domain
import Testing

@testable import TUI

@Suite struct PressTests {
  @Test(arguments: KeyContext.allCases) func noKeyIsBoundTwice(_ context: KeyContext) {
    let keys = context.bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: KeyContext.allCases) func everyBindingHasALabelInBothLanguages(
    _ context: KeyContext
  ) {
    for binding in context.bindings {
      #expect(!binding.keys.isEmpty)
      #expect(!binding.label.english.isEmpty && !binding.label.ukrainian.isEmpty)
    }
  }

  @Test(arguments: KeyContext.allCases) func everyBindingStandsInTheHelp(_ context: KeyContext) {
    let words = Words(language: .english)
    let help = HelpView.lines(words).map { $0.spans.map(\.text).joined() }
    for binding in context.bindings {
      let keys = binding.keys.map(\.description).joined(separator: " ")
      let name = binding.action.name
      #expect(
        help.contains {
          $0.contains(keys) && $0.contains(" \(words(binding.label)) ") && $0.hasSuffix(" " + name)
        })
    }
  }

  static let byPlace: [(Character, Character)] = [
    ("о", "j"), ("л", "k"), ("п", "g"), ("П", "G"), ("я", "z"), ("с", "c"), ("щ", "o"),
  ]

  @Test(arguments: byPlace) func lettersWorkByPlaceInLists(_ typed: Character, _ meant: Character) {
    var ukrainian = Console()
    var latin = Console()
    ukrainian.press(.down, .character(typed))
    latin.press(.down, .character(meant))
    #expect(ukrainian.state == latin.state)
  }

  @Test func digitsShowTheScreensAndQQuits() {
    var console = Console()
    for screen in Screen.allCases {
      console.press(.character(Character(String(screen.rawValue))))
      #expect(console.state.screen == screen)
      #expect(console.frame.roles(row: 0).contains("tabActive"))
    }
    console.press(.character("й"))
    #expect(console.store.written.last == .quit)
  }

  static let everywhere: [[Key]] = [
    [], [.enter], [.character("?")], [.character("c")], [.character("c"), .character("c")],
    [.character("c"), .character("a")], [.character("2")],
  ]

  @Test(arguments: everywhere) func redrawAndSuspendWorkEverywhere(_ keys: [Key]) {
    var console = Console()
    for key in keys { console.press(key) }
    let before = console.screen
    console.press(.control("l"), .control("z"))
    #expect(console.store.written.suffix(2) == [.repaint, .suspend])
    #expect(console.screen == before)
  }

  @Test(arguments: everywhere) func escapeDestroysNothing(_ keys: [Key]) {
    var console = Console()
    for key in keys { console.press(key) }
    for _ in 0..<5 { console.press(.escape) }
    #expect(console.state.layers.isEmpty)
    #expect(console.store.written.isEmpty)
  }

  static let reasons: [(Int, Key, String)] = [
    (0, .character("o"), "This call has no order."),
    (4, .character("c"), "This call has no contact."),
    (4, .character("y"), "This call has no client's number."),
    (5, .character("c"), "This call has no contact."),
    (0, .character("d"), "The demo is offered while the store is empty."),
  ]

  @Test(arguments: reasons) func aKeyThatIsNotPossibleSaysWhy(
    _ row: Int, _ key: Key, _ reason: String
  ) {
    var console = Console()
    for _ in 0..<row { console.press(.down) }
    console.press(key)
    #expect(console.frame.text[22] == " " + reason)
    console.press(.left)
    #expect(console.frame.text[22] == "")
  }

  @Test func theNumberOfACallIsCopied() {
    var console = Console()
    console.press(.character("y"))
    #expect(console.store.written == [.copy("+380501234567")])
    #expect(console.frame.text[22] == " Copied; the terminal was asked (OSC 52).")
  }

  @Test(arguments: [Size(columns: 39, rows: 24), Size(columns: 80, rows: 9)])
  func onATooSmallScreenNothingActs(_ size: Size) {
    var console = PromptTests.console(size.columns, size.rows)
    let before = console.state
    console.type("nq2dc")
    console.press(.enter, .function(9), .function(1), .down, .escape)
    #expect(console.state == before)
    #expect(console.frame.text[0] == "Carbook needs 40×10 cells.")
    console.send(.resized(Size(columns: 80, rows: 24)))
    #expect(console.screen.contains("Call Log"))
  }
}
