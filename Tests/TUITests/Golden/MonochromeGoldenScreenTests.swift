import Foundation
import Testing

@testable import TUI

/// The main screens as a terminal without colours shows them: below each line, where it has any, the
/// attributes of its cells. `make screens` writes them anew.
@Suite struct MonochromeGoldenScreenTests {
  private static let scenes: [Scene] = [
    .log, .contacts, .orders, .callBack, .statistics, .settings, .outbox, .callCard, .clientCard,
    .orderCard, .prompt, .refusedForm, .formChoices, .filteredLog, .statusMenu, .deleteQuestion,
    .commandLine, .help, .unkeptDrafts,
  ]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "MonochromeScreens")

  @Test(arguments: scenes) func looksAsWritten(_ scene: Scene) throws {
    var desk = Desk.golden(80, 24)
    scene.enter(&desk)
    let text = Self.page(desk.frame)
    let file = Self.folder.appending(path: "\(scene.rawValue).txt")
    if ProcessInfo.processInfo.environment["CARBOOK_WRITE_SCREENS"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    #expect(text == (try? String(contentsOf: file, encoding: .utf8)))
  }

  @Test func everyFileIsAScene() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(names) == Set(Self.scenes.map { "\($0.rawValue).txt" }))
  }

  /// `b` bold, `u` underlined, `d` dim, `r` reverse, `R` reverse and bold.
  private static func page(_ frame: Frame) -> String {
    var lines = ["b bold, u underlined, d dim, r reverse, R reverse and bold", ""]
    for (row, text) in frame.text.enumerated() {
      lines.append(text)
      let marks = (0..<frame.size.columns).map { column in
        let role = frame.cell(at: Position(column: column, row: row)).role
        return mark(Theme.monochrome.style(for: role).resolved(colors: 0).attributes)
      }
      let line = String(marks).trimmingSuffix { $0 == " " }
      if !line.isEmpty { lines.append(line) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func mark(_ attributes: Style.Attributes) -> Character {
    switch attributes {
    case []: " "
    case .bold: "b"
    case .underline: "u"
    case .dim: "d"
    case .reverse: "r"
    case [.bold, .reverse]: "R"
    default: "?"
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(_ isCut: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, isCut(last) { text = text.dropLast() }
    return String(text)
  }
}
