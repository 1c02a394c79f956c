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
}
