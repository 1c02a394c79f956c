import Domain
import Foundation
import Testing

@testable import TUI

/// Every screen, pane and dialog as it stands at four sizes, and in Ukrainian: one file for each in
/// `Tests/TUITests/Screens`, to be read by people. `make screens` writes them anew; what has changed
/// is then looked at in the difference.
@Suite struct GoldenScreenTests {
  private static let views: [(columns: Int, rows: Int, language: Language)] = [
    (60, 15, .english), (80, 24, .english), (80, 24, .ukrainian), (120, 40, .english),
    (200, 60, .english),
  ]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Screens")

  private static let isWriting = ProcessInfo.processInfo.environment["CARBOOK_WRITE_SCREENS"] == "1"

  @Test(arguments: Scene.allCases) func looksAsWritten(_ scene: Scene) throws {
    try expect(
      scene.rawValue,
      Self.views.map { columns, rows, language in
        var desk = Desk.golden(columns, rows, language: language)
        scene.enter(&desk)
        return desk
      })
  }

  @Test func anEmptyStore() throws {
    try expect(
      "emptyStore",
      Self.views.map { columns, rows, language in
        Desk(columns, rows, store: FakeStore(), language: language)
      })
  }

  @Test func tooSmall() throws {
    try expect(
      "tooSmall",
      [(39, 24), (80, 9), (12, 3)].map { columns, rows in Desk.golden(columns, rows) })
  }

  /// None is left of a scene that is gone.
  @Test func everyFileIsAScene() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let expected = Scene.allCases.map(\.rawValue) + ["emptyStore", "tooSmall"]
    #expect(Set(names) == Set(expected.map { "\($0).txt" }))
  }

  private func expect(_ name: String, _ desks: [Desk]) throws {
    let text = desks.map(page).joined(separator: "\n")
    let file = Self.folder.appending(path: "\(name).txt")
    if Self.isWriting { try Data(text.utf8).write(to: file) }
    let written = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    // A screen and the one that was expected, and not five of each.
    let pages = zip(text.split(separator: "=== "), written.split(separator: "=== "))
    for (page, expected) in pages { #expect(page == expected) }
    #expect(text.utf8.count == written.utf8.count, "make screens writes \(file.path)")
  }

  /// `=== 80×24 ukrainian`, and below it the screen.
  private func page(_ desk: Desk) -> String {
    let size = desk.state.size
    let language = desk.state.configuration.language == .ukrainian ? " ukrainian" : ""
    return "=== \(size.columns)×\(size.rows)\(language)\n\(desk.screen)\n"
  }
}
