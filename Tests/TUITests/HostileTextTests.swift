import Domain
import Testing

@testable import TUI

/// Whatever a caller, an advertisement or a provider says, in whatever field and on whatever screen:
/// only characters come out, and everything beside them stays in its column.
@Suite struct HostileTextTests {
  private static let sizes = [(80, 24), (140, 20), (40, 10), (100, 18), (61, 17)]
  private static let rows = 8
  private static let parts = 8

  @Test func theCorpusIsThere() throws {
    #expect(try Hostile.strings().count > 515 + 130)
  }

  /// Eight rows of different texts at a time; those that are shown in detail are each in turn.
  @Test(arguments: 0..<HostileTextTests.parts) func everyScreen(_ part: Int) throws {
    let strings = try Hostile.strings()
    let groups = stride(from: 0, to: strings.count, by: Self.rows).map {
      (0..<Self.rows).map { [start = $0] in strings[(start + $0) % strings.count] }
    }
    for (index, texts) in groups.enumerated() where index % Self.parts == part {
      let (columns, rows) = Self.sizes[index / Self.parts % Self.sizes.count]
      let language: Language = index % 2 == 0 ? .english : .ukrainian
      let start = Hostile.desk(texts, columns, rows, language)
      expectSound(start, texts)
      for scene in Scene.allCases {
        var desk = start
        scene.enter(&desk)
        expectSound(desk, texts)
      }
      for row in 1..<Self.rows {
        var desk = start
        for _ in 0..<row { desk.press(.down) }
        for scene in Scene.ofSelection {
          var desk = desk
          scene.enter(&desk)
          expectSound(desk, texts)
        }
      }
    }
  }

  private func expectSound(_ desk: Desk, _ texts: [String]) {
    let frame = desk.frame
    #expect(frame.faults.isEmpty, "\(texts) \(desk.screen)")
    #expect(frame.title == "Carbook — carbook.db")
  }

  /// The store's name is the one part of the window's title that is not ours.
  @Test func theTitleIsOneLine() throws {
    for text in try Hostile.strings() {
      let title = SafeText.clean("Carbook — \(text)")
      #expect(
        !title.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
    }
  }

  /// A scene is what its name says: were a key to change its meaning, the test above would look at
  /// the same screen many times.
  @Test func theScenesDiffer() {
    var seen: [[String]: Scene] = [:]
    for scene in Scene.allCases {
      let screens = [(80, 24), (61, 17)].map { columns, rows in
        var desk = Hostile.desk(["one", "two", "three"], columns, rows, .english)
        scene.enter(&desk)
        return desk.screen
      }
      let other = seen.updateValue(scene, forKey: screens)
      #expect(other == nil, "\(scene)")
    }
  }
}
