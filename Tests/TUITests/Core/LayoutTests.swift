import Domain
import Testing

@testable import TUI

/// Nothing is crooked, whatever the size of the screen and whatever is on it.
@Suite struct LayoutTests {
  /// Screens to try, each as the keys that lead there from the log with an open question.
  static let places: [[Key]] = [
    [], [.down], [.tab], [.tab, .tab], [.character("z")], [.enter], [.down, .character("c")],
    [.down, .character("o")], [.character("n")], [.character("n"), .character("c")],
    [.character("n"), .character("a")], [.character("n"), .character("a"), .character("о")],
    [.character("?")], [.character("2")], [.character("4")],
    [.character("n"), .character("c"), .character("x"), .escape, .character("q")],
  ]

  /// A deterministic sequence of sizes (Knuth's MMIX generator), 40…200 × 10…60.
  static let sizes: [Size] = {
    var seed: UInt64 = 20_261_121
    let next = { (bound: UInt64) -> Int in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % bound)
    }
    return [Size(columns: 40, rows: 10)]
      + (0..<24).map { _ in Size(columns: 40 + next(161), rows: 10 + next(51)) }
  }()

  @Test(arguments: places) func bordersAreStraight(_ keys: [Key]) {
    for language in Language.allCases {
      var console = Console(language: language)
      console.arrive(Sample.ringing, prompting: true)
      for key in keys { console.press(key) }
      for size in LayoutTests.sizes {
        console.send(.resized(size))
        let frame = console.frame
        for row in 0..<size.rows {
          let cells = frame.cells[(row * size.columns)..<((row + 1) * size.columns)]
          let width = cells.reduce(0) { $0 + Int($1.glyph.width) }
          #expect(width == size.columns, "row \(row) of \(size)")
        }
        expectClosedBorders(frame)
        #expect(frame.cursor.map(frame.bounds.contains) == true, "no cursor at \(size), \(keys)")
      }
    }
  }

  /// Every line that leaves a cell goes on in the next one, but behind a dialog.
  private func expectClosedBorders(_ frame: Frame) {
    let downward = "│┌┐├┤┬┼"
    let upward = "│└┘├┤┴┼"
    for row in 2..<max(2, frame.size.rows - 3) {
      for column in [0, frame.size.columns - 1] {
        let here = frame.cell(at: Position(column: column, row: row)).glyph.text
        let below = frame.cell(at: Position(column: column, row: row + 1)).glyph.text
        guard downward.contains(here), !here.isEmpty else { continue }
        #expect(
          upward.contains(below) && !below.isEmpty || "┌┐".contains(below),
          "\(here) over \(below) at \(column),\(row) of \(frame.size)")
      }
    }
  }

  @Test func theWholeLogTakesTheScreenAndTabBringsThePanesBack() {
    var console = Console(200, 24)
    console.press(.character("z"))
    #expect(!console.screen.contains(" Contact ─"))
    #expect(console.frame.text[3].contains("Comment"))
    console.press(.tab)
    #expect(console.screen.contains(" Contact ─"))
  }

  static let arrangements: [(Int, Int, Layout.Arrangement)] = [
    (40, 10, .alone), (60, 15, .alone), (80, 19, .alone), (80, 20, .stacked), (80, 24, .stacked),
    (99, 40, .stacked), (100, 24, .beside), (120, 40, .beside), (139, 30, .beside),
    (140, 45, .threeColumns), (200, 60, .threeColumns), (200, 12, .alone),
  ]

  @Test(arguments: arrangements) func panesByWidth(
    _ columns: Int, _ rows: Int, _ arrangement: Layout.Arrangement
  ) {
    #expect(
      Layout(size: Size(columns: columns, rows: rows), panes: PaneView()).arrangement
        == arrangement)
  }

  @Test func tabGoesThroughThePanes() {
    let titles = { (columns: Int, rows: Int) -> [String] in
      var console = Console(columns, rows)
      console.press(.down)
      return (0..<4).map { _ in
        let shown = ["┌ Call Log", " Contact ", " Order A-10231 ", " Call ─"].filter { title in
          console.frame.text.dropFirst(2).contains { $0.contains(title) }
        }
        console.press(.tab)
        return shown.joined(separator: ",")
      }
    }
    #expect(
      titles(80, 24) == [
        "┌ Call Log, Contact ", "┌ Call Log, Order A-10231 ", "┌ Call Log, Call ─",
        "┌ Call Log, Contact ",
      ])
    #expect(titles(60, 15) == ["┌ Call Log", " Call ─", " Contact ", " Order A-10231 "])
    #expect(
      titles(120, 40) == [
        "┌ Call Log, Contact , Order A-10231 ", "┌ Call Log, Call ─",
        "┌ Call Log, Contact , Order A-10231 ", "┌ Call Log, Call ─",
      ])
    #expect(titles(140, 40)[0] == "┌ Call Log, Contact , Order A-10231 , Call ─")
  }

  @Test func allFourteenColumnsFitAWideLog() {
    let columns = LogColumn.fit(in: 230, words: Words(language: .english)).map(\.column)
    #expect(
      columns == [
        .order, .repair, .comment, .date, .status, .type, .caller, .called, .customer, .wait,
        .talk, .connected, .source, .recording,
      ])
  }

  @Test func theEssentialColumnsFitEightyColumns() {
    let columns = LogColumn.fit(in: 76, words: Words(language: .english)).map(\.column)
    #expect(columns == [.date, .type, .status, .client, .customer, .talk, .recording])
  }

  @Test func columnsNeverTakeMoreThanTheRoom() {
    for language in Language.allCases {
      for room in 30...260 {
        let columns = LogColumn.fit(in: room, words: Words(language: language))
        #expect(!columns.isEmpty)
        #expect(columns.map(\.width).reduce(columns.count - 1, +) <= room)
      }
    }
  }
}
