import Foundation
import TUI
import Testing

@testable import carbook

@Suite struct ConfigFileTests {
  private let file = ConfigFile(path: "/home/olena/.config/carbook/config.json5")

  @Test func json5IsRead() throws {
    let config = try file.read(
      """
      // Our own server keeps older recordings.
      {
        recordings: {
          allow: ['files.example', "http://127.0.0.1:4711",],
          player: ["mpv", "--volume=60"], /* quiet */
          cacheMegabytes: 64, cacheDays: 7,
        },
      }
      """)
    #expect(config.recordings.policy.allows(host: "old.files.example"))
    #expect(config.recordings.policy.origins.count == 1)
    #expect(config.recordings.player == ["mpv", "--volume=60"])
    #expect(!config.recordings.policy.allowsHTTP)
    #expect(config.recordings.cacheLimit == 64 << 20 && config.recordings.cacheDays == 7)
  }

  @Test func nothingIsTheStandard() throws {
    #expect(try file.read("{}") == Config())
    #expect(try ConfigFile(path: "/nonexistent/config.json5").read() == Config())
  }

  @Test func theOrderOfKeysDoesNotMatter() throws {
    let config = try file.read("{recordings: {http: true, allow: ['a.example']}}")
    #expect(config.recordings.policy.allowsHTTP)
    #expect(config.recordings.policy.allows(host: "a.example"))
  }

  @Test func theLanguageIsTheEnvironmentsOrTheFiles() throws {
    #expect(try file.read("{view: {language: 'auto'}}").view.language == nil)
    #expect(try file.read("{view: {language: 'uk'}}").view.language == .ukrainian)
    #expect(try file.read("{view: {language: 'en'}}").view.language == .english)
  }

  @Test(
    arguments: [
      ("auto", [:], true, true), ("auto", [:], false, false),
      ("auto", ["VTE_VERSION": "4803"], true, false), ("auto", ["VTE_VERSION": "7200"], true, true),
      ("on", [:], false, true), ("off", [:], true, false),
    ] as [(String, [String: String], Bool, Bool)])
  func linksAreForTerminalsThatKnowThem(
    _ word: String, _ environment: [String: String], _ isKnown: Bool, _ expected: Bool
  ) throws {
    let hyperlinks = try file.read("{view: {hyperlinks: '\(word)'}}").terminal.hyperlinks
    #expect(hyperlinks.areOn(Environment(environment), isKnown: isKnown) == expected)
  }

  @Test func noticesAreToldAsTheUserWants() throws {
    let notices = try file.read(
      """
      {notices: {bell: 'flash', desktop: 'notify-send', hook: ['logger', '-t', 'carbook'], names: false,
        newClients: false, missedCalls: false, callBackDueMinutes: 0}}
      """
    ).notices
    #expect(notices.bell == .flash && notices.desktop == .notifySend)
    #expect(notices.hook == ["logger", "-t", "carbook"])
    #expect(!notices.tellsWho && !notices.newClients && !notices.missedCalls)
    #expect(notices.callBackDueMinutes == 0)
  }

  @Test func keysAreBoundByTheNamesOfTheirActions() throws {
    let config = try file.read(
      """
      { keys: { "call-back": ["F7", "ctrl-k"], help: "?", demo: [], in: { log: { undo: "U" } } } }
      """)
    #expect(
      config.keys.keymap.settings == [
        Keymap.Setting(action: "call-back", keys: ["F7", "ctrl-k"]),
        Keymap.Setting(action: "demo", keys: []), Keymap.Setting(action: "help", keys: ["?"]),
        Keymap.Setting(place: "log", action: "undo", keys: ["U"]),
      ])
  }

  @Test func everyFaultIsNamedInTheOrderOfLines() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("config.json5")
    let text = """
      {
        view: { language: "xx" },
        keys: {
          "call-back": ["F77"],
          undo: "p",
          in: {
            log: { "filter-lien": "F5" },
          },
        },
        recordings: { http: 1 },
      }
      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let (config, faults) = ConfigFile(path: path).examine()
    #expect(
      faults.map(\.description) == [
        "\(path):2: view.language must be \"auto\", \"en\" or \"uk\"",
        "\(path):4: keys.call-back: there is no key \"F77\"; F7 is the nearest",
        "\(path):5: keys.undo: p is play already in log",
        "\(path):7: keys.in.log.filter-lien: there is no action \"filter-lien\"; filter-line is the nearest",
        "\(path):10: recordings.http must be true or false",
      ])
    #expect(config.view.language == nil)
    #expect(ConfigFile(path: path).settled().config == Config())
  }

  /// What `carbook config --print` prints is a file that says the same.
  @Test(arguments: [
    "{}",
    """
    { view: { language: 'uk', theme: 'high-contrast' }, recordings: { player: ["a 'b' \\"c\\""],
      allow: ["files.example", "http://127.0.0.1:4711"], http: true, cacheDays: 7 },
      keys: { "call-back": ["F7", "\\""], quit: "ctrl-x", in: { log: { undo: ["\\\\"] } } } }
    """,
  ])
  func whatIsPrintedReadsBack(_ text: String) throws {
    let config = try file.read(text)
    let whole = ConfigText.whole(config)
    #expect(try file.read(whole) == config)
    for key in ConfigKey.all { #expect(whole.contains("// " + key.summary)) }
  }

  static let faults: [(String, Int, String)] = [
    ("{notices: {\n bell: true}}", 2, "notices.bell must be \"off\", \"beep\" or \"flash\""),
    (
      "{notices: {desktop: 'growl'}}", 1,
      "notices.desktop must be \"off\", \"auto\", \"terminal\" or \"notify-send\""
    ),
    ("{notices: {hook: ['']}}", 1, "notices.hook must be a list of words, the first one a program"),
    (
      "{notices: {callBackDueMinutes: -1}}", 1,
      "notices.callBackDueMinutes must be a whole number from 0 to 10080"
    ),
    ("", 1, "this is not JSON5"),
    ("{", 1, "this is not JSON5"),
    ("{\n  recordings: {\n    http: maybe,\n  },\n}", 3, "this is not JSON5"),
    ("{\n  // {\n  recordings: {\n    player: ['a' 'b'],\n  },\n}", 4, "this is not JSON5"),
    ("{\n  recordings: {\n    player: ['a'],\n  },\n}\n}", 6, "this is not JSON5"),
    ("[]", 1, "an object is wanted: { … }"),
    (
      "{\n  recordings: {\n    player: [],\n    alow: [],\n  },\n}", 4,
      "there is no key \"recordings.alow\"; recordings.allow is the nearest"
    ),
    ("{\n\n  colour: 'red',\n}", 3, "there is no key \"colour\""),
    ("{\n  recordings: {\n    http: 'yes',\n  },\n}", 3, "recordings.http must be true or false"),
    (
      "{ recordings: { allow: ['http://x.example/path'] } }", 1,
      "recordings.allow must be a list of hosts (files.example) or origins (http://127.0.0.1:4711)"
    ),
    (
      "{ recordings: { player: 'mpv' } }", 1,
      "recordings.player must be a list of words, the first one a program"
    ),
    (
      "{recordings: {cacheDays: 0}}", 1,
      "recordings.cacheDays must be a whole number from 1 to 3650"
    ),
    (
      "{recordings: {cacheMegabytes: 1e30}}", 1,
      "recordings.cacheMegabytes must be a whole number from 1 to 100000"
    ),
    (
      "{view: {\n  language: 'de'}}", 2,
      "view.language must be \"auto\", \"en\" or \"uk\""
    ),
    (
      "{recordings: {player: null}}", 1,
      "recordings.player must be a list of words, the first one a program"
    ),
    (
      "{keys: []}", 1,
      "keys must be an object of actions with their keys; as \"in\" such an object for each place"
    ),
    (
      "{keys: {undo: 7}}", 1,
      "keys must be an object of actions with their keys; as \"in\" such an object for each place"
    ),
    ("{keys: {\n quit: []}}", 2, "keys.quit: quit always has a key"),
    (
      "{keys: {'\\u001b[31m': 'x'}}", 1,
      "keys.\u{FFFD}[31m: there is no action \"\u{FFFD}[31m\""
    ),
    ("{ \"\\u001b[31m\": 1 }", 1, "there is no key \"\u{FFFD}[31m\""),
  ]

  @Test(arguments: faults) func faultsNameTheirLine(
    _ text: String, _ line: Int, _ sentence: String
  ) throws {
    do {
      _ = try file.read(text)
      Issue.record("nothing is found in \(text)")
    } catch {
      #expect(error.description == "/home/olena/.config/carbook/config.json5:\(line): \(sentence)")
    }
  }

  /// A folder, a pipe that nobody writes to, a file that is no text: said, and never waited for.
  @Test func whatIsNoFileIsSaid() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    try Data([0xFF, 0xFE]).write(to: URL(fileURLWithPath: folder.path("bytes")))
    for (path, sentence) in [
      (folder.path, "the file cannot be read"), (pipe, "the file cannot be read"),
      (folder.path("bytes"), "the file is not in UTF-8"),
    ] {
      #expect(throws: ConfigFile.Fault(path: path, line: 1, sentence: sentence)) {
        try ConfigFile(path: path).read()
      }
    }
  }

  @Test func theDocumentationHasEveryKey() throws {
    let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    let text = try String(contentsOfFile: root + "/docs/configuration.md", encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let keys = ConfigKey.all.map { key in
      "| `\(key.path)` | \(key.summary): \(key.wanted) | `\(key.standard)` |"
    }
    #expect(rows.map(String.init) == keys)
  }

  /// The standard that is documented is the standard that is.
  @Test(arguments: ConfigKey.all.map(\.path)) func theStandardIsWhatStandsThere(
    _ path: String
  ) throws {
    let key = try #require(ConfigKey.all.first { $0.path == path })
    let parts = path.split(separator: ".")
    let text =
      parts.dropLast().map { "{\($0): " }.joined() + "{\(parts.last ?? ""): \(key.standard)}"
      + parts.dropLast().map { _ in "}" }.joined()
    #expect(try file.read(text) == Config())
  }
}
