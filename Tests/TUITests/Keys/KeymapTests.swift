import Domain
import Testing

@testable import TUI

@Suite struct KeymapTests {
  private typealias Setting = Keymap.Setting

  private static func keymap(_ settings: Keymap.Setting...) -> Keymap {
    let (keymap, problems) = Keymap.read(settings)
    #expect(problems.isEmpty)
    return keymap
  }

  private static func desk(_ settings: Keymap.Setting..., language: Language = .english) -> Desk {
    let (keymap, problems) = Keymap.read(settings)
    #expect(problems.isEmpty)
    return Desk.sample(80, 24, language: language, keymap: keymap)
  }

  /// Users have the names in their files.
  @Test func everyActionHasANameOfItsOwn() {
    let actions = Set(KeyContext.allCases.flatMap(\.all).map(\.action))
    #expect(Set(actions.map(\.name)).count == actions.count)
    for action in actions {
      #expect(action.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(action.name)")
    }
    #expect(Set(KeyContext.allCases.map(\.rawValue)).allSatisfy { !$0.contains(/[A-Z ]/) })
  }

  @Test func theStandardIsAsItWas() {
    for context in KeyContext.allCases {
      let bound = Keymap.standard.bound(context.bindings, in: context)
      #expect(bound.map(\.keys) == context.bindings.map(\.keys))
    }
    #expect(Keymap.read([]).keymap == .standard)
  }

  @Test func anActionHasTheKeysThatTheUserGaveIt() {
    var desk = Self.desk(Setting(action: "help", keys: ["F7", "Ctrl-K"]))
    for key in [Key.function(7), .control("k")] {
      desk.press(key)
      #expect(desk.state.keyContext == .help)
      desk.press(.escape)
    }
    desk.press(.function(1), .character("?"))
    #expect(desk.state.layers.isEmpty)
  }

  @Test func anEmptyListTakesAKeyAway() {
    var desk = Self.desk(Setting(action: "help", keys: []))
    desk.press(.function(1), .character("?"))
    #expect(desk.state.layers.isEmpty)
    #expect(!desk.screen.contains("F1"))
    desk.type(":help")
    desk.press(.enter)
    #expect(desk.state.keyContext == .help)
  }

  @Test func aPlaceHasKeysOfItsOwn() {
    var desk = Self.desk(Setting(place: "contacts", action: "show-log", keys: ["W", "0"]))
    desk.type("0")
    #expect(desk.state.screen == .log && desk.state.layers.isEmpty)
    desk.type("20")
    #expect(desk.state.screen == .log)
  }

  @Test func lettersActByPlaceInTheUkrainianLayout() {
    // й is on the key of q, and the user wrote it so.
    var desk = Self.desk(
      Setting(action: "quit", keys: ["Ctrl-X", "Й"]), Setting(action: "undo", keys: ["є"]))
    desk.type("Q")
    #expect(desk.takeAsked().last == .quit)
    desk.type("'")
    #expect(desk.takeAsked().contains(.undo))
  }

  @Test func aLetterIsTextInAFieldAndTheStandardKeysStayThere() {
    var desk = Self.desk(
      Setting(action: "down", keys: ["W"]), Setting(action: "save", keys: ["V"]))
    desk.type("2N")
    #expect(desk.state.keyContext == .form)
    desk.type("WV")
    #expect(desk.screen.contains("WV"))
    desk.press(.function(2))
    #expect(desk.takeAsked().contains { if case .createContact = $0 { true } else { false } })
  }

  @Test func nobodyLocksHimselfIn() {
    let close = Setting(action: "close", keys: [])
    let fields = ["next-field", "enter-line", "keep-search", "pick", "end-help-search"]
    let settings = [close] + fields.map { Setting(action: $0, keys: []) }
    let (keymap, problems) = Keymap.read(settings)
    #expect(problems.isEmpty)
    for context in KeyContext.allCases where context.own.contains(where: { $0.action == .close }) {
      let keys = keymap.bound(context.bindings, in: context).first { $0.action == .close }?.keys
      #expect(keys?.contains(.escape) == true, "\(context)")
    }
    let kept: [(KeyContext, Action, Key)] = [
      (.form, .nextField, .tab), (.form, .nextField, .enter), (.line, .enterLine, .enter),
      (.find, .keepSearch, .enter), (.picker, .pick, .enter),
      (.helpSearch, .endHelpSearch, .escape),
    ]
    for (context, action, key) in kept {
      let binding = keymap.bound(context.bindings, in: context).first { $0.action == action }
      #expect(binding?.keys.contains(key) == true, "\(context)")
    }
  }

  static let problems: [([Keymap.Setting], String)] = [
    (
      [Keymap.Setting(action: "unod", keys: ["F7"])],
      "there is no action \"unod\"; undo is the nearest"
    ),
    (
      [Keymap.Setting(action: "fly", keys: ["F7"])],
      "there is no action \"fly\"; play is the nearest"
    ),
    (
      [Keymap.Setting(action: "undo", keys: ["PgUpp"])],
      "there is no key \"PgUpp\"; PgUp is the nearest"
    ),
    (
      [Keymap.Setting(action: "undo", keys: ["ctrl-i"])], "a terminal sends Tab for ctrl-i: say Tab"
    ),
    ([Keymap.Setting(action: "undo", keys: ["\u{1B}"])], "there is no key \"\u{FFFD}\""),
    ([Keymap.Setting(action: "quit", keys: [])], "quit always has a key"),
    ([Keymap.Setting(place: "log", action: "quit", keys: [])], "quit always has a key"),
    (
      [Keymap.Setting(action: "help", keys: ["F1", "F10"])],
      "terminals keep F1, F10 and F11 for themselves: give help another key too"
    ),
    (
      [Keymap.Setting(place: "lgo", action: "undo", keys: ["F7"])],
      "there is no place \"lgo\"; log is the nearest"
    ),
    ([Keymap.Setting(place: "form", action: "undo", keys: ["F7"])], "there is no undo in form"),
    ([Keymap.Setting(action: "call-back", keys: ["p"])], "p is play already in log"),
    ([Keymap.Setting(action: "undo", keys: ["Esc"])], "Esc is clear-filter already in log"),
    ([Keymap.Setting(action: "save", keys: ["Enter"])], "Enter is next-field already in form"),
    (
      [Keymap.Setting(action: "undo", keys: ["F7"]), Keymap.Setting(action: "redo", keys: ["F7"])],
      "F7 is undo already in log"
    ),
    (
      [
        Keymap.Setting(action: "faster", keys: ["F7"]),
        Keymap.Setting(action: "slower", keys: ["F7"]),
      ],
      "F7 is faster already in log"
    ),
  ]

  @Test(arguments: problems) func whatCannotBeIsSaid(
    _ settings: [Keymap.Setting], _ sentence: String
  ) {
    #expect(
      Keymap.read(settings).problems
        == [Keymap.Problem(index: settings.count - 1, sentence: sentence)])
  }

  /// Two actions change keys with each other.
  @Test func keysAreSwapped() {
    let keymap = Self.keymap(
      Setting(action: "undo", keys: ["Ctrl-R"]), Setting(action: "redo", keys: ["u"]))
    #expect(keymap.key("undo") == "Ctrl-R" && keymap.key("redo") == "u")
  }

  @Test func sentencesAndHintsNameTheUsersKeys() {
    var desk = Self.desk(
      Setting(action: "quit", keys: ["F8"]), Setting(action: "help", keys: ["F7"]),
      Setting(action: "new-client", keys: ["W"]), Setting(action: "undo", keys: []))
    #expect(desk.frame.text[23].hasSuffix("F8 quit  F7 help"))
    #expect(desk.state.words(.emptyHelp) == "Get help: press F7")
    // No key is left: the command line has the action.
    #expect(desk.state.words(.noteSaved) == "Note kept. :undo takes it back.")
    desk.press(.function(7))
    desk.type("/quit")
    #expect(desk.screen.contains("│   F8                 quit "))
  }

  @Test func whatPlaysIsStoppedByTheUsersKey() {
    var desk = Self.desk(
      Setting(action: "stop", keys: ["F8"]), Setting(action: "pause", keys: ["F7"]))
    desk.play()
    _ = desk.takeAsked()
    desk.press(.function(7), .function(8))
    #expect(desk.takePlayback() == [.togglePause, .stopPlayback])
  }

  @Test func aTooSmallScreenObeysTheUsersKeysForTheTerminal() {
    var desk = Self.desk(Setting(action: "redraw", keys: ["Ctrl-G"]))
    desk.send(.resized(Size(columns: 30, rows: 5)))
    _ = desk.takeAsked()
    desk.press(.control("l"), .control("g"))
    #expect(desk.takeAsked() == [.repaint])
  }

  static let names: [(String, Key?)] = [
    ("F7", .function(7)), ("f12", .function(12)), ("F0", nil), ("F25", nil), ("F07", nil),
    ("ctrl-k", .control("k")), ("Ctrl-K", .control("k")), ("Ctrl-Space", .control(" ")),
    ("ctrl-m", nil), ("ctrl-h", nil), ("ctrl-c", nil), ("ctrl-[", nil), ("ctrl-\\", .control("\\")),
    ("Alt-x", .alt("x")), ("alt-X", .alt("X")), ("Alt-←", .altLeft), ("alt-left", .altLeft),
    ("Enter", .enter), ("return", .enter), ("Esc", .escape), ("ESCAPE", .escape), ("Tab", .tab),
    ("shift-tab", .backTab), ("Space", .character(" ")), (" ", .character(" ")), ("↑", .up),
    ("up", .up), ("Shift-Up", .shiftUp), ("pgdn", .pageDown), ("PageDown", .pageDown),
    ("Del", .delete), ("g", .character("g")), ("G", .character("G")), ("п", .character("g")),
    ("П", .character("G")), ("", nil), ("gg", nil), ("\u{202E}", nil), ("\t", nil), ("mouse", nil),
  ]

  @Test(arguments: names) func keysHaveNames(_ name: String, _ key: Key?) {
    #expect(Key(name: name) == key)
  }

  /// What the help prints can be written into a file.
  @Test func everyStandardKeyHasAName() {
    for key in KeyContext.allCases.flatMap(\.all).flatMap(\.keys) {
      #expect(Key(name: key.description) == (key.isText ? key.byPlace : key))
    }
  }

  /// A key's name in a sentence is looked up, never written out.
  @Test func noSentenceNamesAKeyByItself() throws {
    for (file, english, ukrainian) in try WordsTests.catalogue()
    where file != "Phrase+KeyTable.swift" {
      for text in [english, ukrainian] {
        #expect(!text.contains(/\b(F\d+|Enter|Esc|Tab|Ctrl)\b|press [a-zA-Z?]\b/), "\(text)")
      }
      let names = { (text: String) in
        text.matches(of: /\{([^}]+)\}/).map { String($0.1) }.sorted()
      }
      #expect(names(english) == names(ukrainian), "\(english)")
      // What goes into a provider's link.
      for name in names(english) where !["id", "number"].contains(name) {
        #expect(!Keymap.standard.key(name[...]).isEmpty, "\(name)")
        #expect(!Keymap.standard.key(name[...]).hasPrefix(":"), "\(name)")
      }
    }
  }
}
