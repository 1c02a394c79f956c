import Testing

@testable import carbook

@Suite struct ShellLineTests {
  static let lines: [(String, String?, String?, String)] = [
    ("carbook", nil, nil, "carbook links"),
    ("/usr/bin/carbook", nil, "/usr/bin/carbook", "carbook links"),
    ("/home/o/src/.build/release/carbook", nil, nil, ".build/release/carbook links"),
    ("./carbook", nil, "/usr/bin/carbook", "./carbook links"),
    ("/home/o/src/carbook", nil, nil, "./carbook links"),
    ("/opt/carbook", nil, "/usr/bin/carbook", "/opt/carbook links"),
    ("carbook", "/srv/desk.db", nil, "carbook links --store /srv/desk.db"),
    ("carbook", "/srv/Олена's desk.db", nil, "carbook links --store '/srv/Олена'\\''s desk.db'"),
    ("carbook", "$(rm -rf x)", nil, "carbook links --store '$(rm -rf x)'"),
  ]

  @Test(arguments: lines) func isWhatOneTypes(
    _ called: String, _ store: String?, _ installed: String?, _ line: String
  ) {
    let typed = ShellLine(
      "links", store: store, called: called, installed: installed, folder: "/home/o/src")
    #expect(typed.description == line)
  }
}
