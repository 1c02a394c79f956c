import Domain
import Testing

@testable import TUI

/// Wide characters, combining marks and emoji in every field, on every screen and at every size: boxes
/// stay straight, and what stands in a column beside them stays in it.
@Suite struct WideTextTests {
  private static let texts = [
    "山田太郎商事株式会社 御中", "Зоя\u{301} Ї\u{308}жак", "👩‍🔧🇺🇦🚗 Марія", "e\u{301}\u{302}\u{303}",
    "한국어 ㄱ", "ﷺ נפתלי", "a\u{200D}b\u{FE0F}☎️", "\u{1B}[2J\u{202E}\u{9B}1A",
  ]

  /// From the smallest on; each scene meets every seventh of them.
  private static let sizes: [Size] = [
    40, 41, 60, 61, 79, 80, 99, 100, 101, 120, 139, 140, 160, 200,
  ]
  .flatMap { columns in
    [10, 11, 15, 19, 20, 24, 40, 60].map { Size(columns: columns, rows: $0) }
  }

  @Test(arguments: Scene.allCases) func boxesStayStraight(_ scene: Scene) throws {
    let place = try #require(Scene.allCases.firstIndex(of: scene))
    var desk = Hostile.desk(Self.texts, 120, 40, place % 2 == 0 ? .english : .ukrainian)
    scene.enter(&desk)
    for (index, size) in Self.sizes.enumerated() where index % 7 == place % 7 {
      desk.send(.resized(size))
      let frame = desk.frame
      #expect(frame.faults.isEmpty, "\(size)\n\(desk.screen)")
      #expect(frame.brokenLines.isEmpty, "\(size)\n\(desk.screen)")
    }
  }

  /// What stands behind a wide text is where it is behind a plain one.
  @Test(arguments: [Scene.log, .orders, .callBack])
  func columnsStayInTheirPlace(_ scene: Scene) throws {
    for size in Self.sizes where size.rows >= 20 {
      var times: [[[Int]]] = []
      for texts in [Self.texts, Self.texts.map { _ in "x" }] {
        var desk = Hostile.desk(texts, size.columns, size.rows, .english)
        scene.enter(&desk)
        let list = try #require(desk.state.layout.log).inset()
        times.append((2..<list.rows).map { desk.frame.times(in: list, row: $0) })
      }
      #expect(times[0] == times[1], "\(size)")
    }
  }
}

extension Frame {
  /// The columns in which a date or a clock begins.
  fileprivate func times(in rect: Rect, row: Int) -> [Int] {
    (0..<rect.columns - 4).filter { column in
      let text = (column..<column + 5).map {
        cell(at: rect.position(column: $0, row: row)).glyph.text
      }
      return ["today", "21 No"].contains(text.joined()) || text.joined().hasPrefix("10:0")
    }
  }
}
