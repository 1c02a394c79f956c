import Foundation
import Testing

@testable import Telephony

/// docs/setup-ringostat.md names the parameters that are understood.
@Suite struct DocumentedNamesTests {
  @Test func theListIsThatOfTheCode() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("docs/setup-ringostat.md"), encoding: .utf8)
    let lines = text.split(separator: "\n")
    let begin = try #require(lines.firstIndex { $0.hasPrefix("<!-- names: begin") })
    let end = try #require(lines.firstIndex { $0.hasPrefix("<!-- names: end") })
    let rows = lines[begin..<end].filter { $0.contains("`") }
    let documented = rows.map { row in
      row.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
    let known = Meaning.allCases.map(\.names)
    #expect(Set(documented) == Set(known))
    #expect(documented.count == known.count)
  }
}
