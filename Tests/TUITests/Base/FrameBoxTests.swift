import TUI
import Testing

@Suite struct FrameBoxTests {
  private func drawn(_ columns: Int, _ rows: Int, _ draw: (inout Frame) -> Void) -> String {
    var frame = Frame(size: Size(columns: columns, rows: rows))
    draw(&frame)
    return frame.text.joined(separator: "\n")
  }

  @Test func `a box with a title`() {
    #expect(
      drawn(14, 3) { $0.box($0.bounds, title: "Call Log") } == """
        ┌ Call Log ──┐
        │            │
        └────────────┘
        """)
    #expect(
      drawn(9, 2) { $0.box($0.bounds, title: "Call Log") } == """
        ┌ Call …┐
        └───────┘
        """)
    #expect(
      drawn(5, 2) { $0.box($0.bounds, title: "Call Log") } == """
        ┌───┐
        └───┘
        """)
  }

  @Test func `joined boxes share their borders`() {
    #expect(
      drawn(20, 5) {
        let (log, _) = $0.bounds.split(left: 11)
        let side = Rect(column: 10, row: 0, columns: 10, rows: 3)
        $0.box(log, title: "Log", joined: true)
        $0.box(side, title: "Особа", joined: true)
        $0.box(Rect(column: 10, row: 2, columns: 10, rows: 3), title: "Order", joined: true)
      } == """
        ┌ Log ────┬ Особа ─┐
        │         │        │
        │         ├ Order ─┤
        │         │        │
        └─────────┴────────┘
        """)
  }

  @Test func `a dialog does not join what it covers`() {
    #expect(
      drawn(9, 4) {
        $0.box($0.bounds)
        $0.box(Rect(column: 0, row: 1, columns: 9, rows: 2))
      } == """
        ┌───────┐
        ┌───────┐
        └───────┘
        └───────┘
        """)
  }

  @Test func `joined lines end in joints`() {
    #expect(
      drawn(9, 5) {
        $0.box($0.bounds)
        $0.horizontalLine(at: Position(column: 0, row: 2), columns: 9, joined: true)
        $0.verticalLine(at: Position(column: 4, row: 0), rows: 5, joined: true)
      } == """
        ┌───┬───┐
        │   │   │
        ├───┼───┤
        │   │   │
        └───┴───┘
        """)
  }

  @Test func `a joined box is its cells one by one, whatever stands there and wherever it lies`() {
    var dice = RandomWalkTests.Dice(seed: 7)
    for _ in 0..<300 {
      var box = Frame(size: Size(columns: 12, rows: 7))
      for _ in 0..<6 {
        let place = Position(column: dice.roll(14) - 2, row: dice.roll(7))
        box.put(["─┼", "日本", "ab", "│", "┌─", " "][dice.roll(6)], at: place, role: .value)
      }
      let rect = Rect(
        column: dice.roll(8) - 3, row: dice.roll(6) - 2, columns: 2 + dice.roll(12),
        rows: 2 + dice.roll(7))
      var lines = box
      box.box(rect, joined: true)
      for row in [rect.row, rect.endRow - 1] {
        for column in (rect.column + 1)..<(rect.endColumn - 1) {
          lines.horizontalLine(at: Position(column: column, row: row), columns: 1, joined: true)
        }
      }
      for column in [rect.column, rect.endColumn - 1] {
        for row in (rect.row + 1)..<(rect.endRow - 1) {
          lines.verticalLine(at: Position(column: column, row: row), rows: 1, joined: true)
        }
      }
      // For the corners.
      lines.box(rect, joined: true)
      #expect(box == lines, "\(rect)")
    }
  }
}
