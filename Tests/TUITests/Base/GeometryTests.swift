import TUI
import Testing

@Suite struct GeometryTests {
  private let screen = Rect(Size(columns: 80, rows: 24))

  @Test func `splits share out every cell`() {
    let (header, body) = screen.split(top: 2)
    #expect(header == Rect(columns: 80, rows: 2))
    #expect(body == Rect(column: 0, row: 2, columns: 80, rows: 22))
    let (rest, hints) = body.split(bottom: 1)
    #expect(hints == Rect(column: 0, row: 23, columns: 80, rows: 1))
    #expect(rest == Rect(column: 0, row: 2, columns: 80, rows: 21))
    let (left, right) = rest.split(left: 50)
    #expect(left == Rect(column: 0, row: 2, columns: 50, rows: 21))
    #expect(right == Rect(column: 50, row: 2, columns: 30, rows: 21))
    #expect(rest.split(right: 30).right == right)
  }

  @Test func `what does not fit comes out empty, never negative`() {
    let small = Rect(column: 3, row: 3, columns: 2, rows: 1)
    #expect(small.split(top: 9).rest == Rect(column: 3, row: 4, columns: 2, rows: 0))
    #expect(small.split(left: -4).left.isEmpty)
    #expect(small.inset().isEmpty)
    #expect(small.inset(columns: 9).columns == 0)
    #expect(Rect(columns: -5, rows: 2).isEmpty)
  }

  @Test func `a dialog stands in the middle`() {
    #expect(
      screen.centered(Size(columns: 40, rows: 10))
        == Rect(column: 20, row: 7, columns: 40, rows: 10))
    #expect(screen.centered(Size(columns: 200, rows: 200)) == screen)
  }

  @Test func `a rectangle contains its corners and nothing beyond`() {
    let rect = Rect(column: 2, row: 3, columns: 4, rows: 5)
    #expect(rect.contains(rect.origin))
    #expect(rect.contains(Position(column: 5, row: 7)))
    #expect(!rect.contains(Position(column: 6, row: 7)))
    #expect(!rect.contains(Position(column: 5, row: 8)))
    #expect(rect.position(column: 1, row: 1) == Position(column: 3, row: 4))
  }
}
