import TUI
import Testing

@Suite struct FrameTests {
  private func row(_ columns: Int, _ draw: (inout Frame) -> Void) -> String {
    var frame = Frame(size: Size(columns: columns, rows: 1))
    frame.fill(frame.bounds, with: ".")
    draw(&frame)
    return frame.text[0]
  }

  @Test func `text is clipped by columns and ends in an ellipsis`() {
    #expect(row(8) { $0.put("Олена", at: Position(column: 1, row: 0)) } == ".Олена..")
    #expect(row(8) { $0.put("Олена", at: Position(column: 1, row: 0), width: 4) } == ".Оле…...")
    #expect(row(8) { $0.put("Олена", at: Position(column: 5, row: 0)) } == ".....Ол…")
    #expect(row(8) { $0.put("日本語", at: Position(column: 0, row: 0), width: 4) } == "日…....."[...])
    #expect(row(8) { $0.put("Олена", at: Position(column: 1, row: 0), width: 0) } == "........")
    #expect(row(8) { $0.put("Олена", at: Position(column: 9, row: 0)) } == "........")
    #expect(row(8) { $0.put("Олена", at: Position(column: 1, row: 1)) } == "........")
    #expect(row(8) { $0.put("Олена", at: Position(column: -2, row: 0)) } == "ена.....")
  }

  @Test func `padding and alignment fill the width`() {
    let place = Position(column: 1, row: 0)
    #expect(row(8) { $0.put("ab", at: place, width: 5, padded: true) } == ".ab   ..")
    #expect(
      row(8) { $0.put("ab", at: place, width: 5, alignment: .trailing, padded: true) } == ".   ab.."
    )
    #expect(row(8) { $0.put("ab", at: place, width: 5, alignment: .center) } == "..ab....")
    #expect(row(8) { $0.put("日本", at: place, width: 3, padded: true) } == ".日…....")
  }

  @Test func `put answers where the next piece may start`() {
    var frame = Frame(size: Size(columns: 10, rows: 1))
    #expect(frame.put("日b", at: Position(column: 1, row: 0)) == 4)
    #expect(frame.put("b", at: Position(column: 1, row: 0), width: 5, padded: true) == 6)
    #expect(frame.put("too long for it", at: Position(column: 1, row: 0)) == 10)
    #expect(frame.put("nowhere", at: Position(column: 3, row: 7)) == 3)
  }

  @Test func `writing over half a wide cell blanks the other half`() {
    let wide: (inout Frame) -> Void = { $0.put("日本", at: Position(column: 1, row: 0)) }
    #expect(row(6, wide) == ".日本.")
    let over = { (column: Int, text: String) in
      row(6) {
        wide(&$0)
        $0.put(text, at: Position(column: column, row: 0))
      }
    }
    #expect(over(1, "x") == ".x 本.")
    #expect(over(2, "x") == ". x本.")
    #expect(over(2, "語") == ". 語 .")
    #expect(over(3, "x") == ".日x .")
  }

  @Test func `a wide cell that the edge cuts is blank`() {
    var frame = Frame(size: Size(columns: 3, rows: 1))
    frame.fill(frame.bounds, with: "日")
    #expect(frame.text == ["日"])
    frame.put("日本", at: Position(column: -1, row: 0))
    #expect(frame.text == [" 本"])
  }

  @Test func `styles are kept beside the text`() {
    var frame = Frame(size: Size(columns: 12, rows: 2))
    frame.put("日本", at: Position(column: 2, row: 0), role: .missed)
    #expect(frame.roles(row: 0) == "plain 2, missed 4, plain 6")
    frame.restyle(Rect(column: 0, row: 0, columns: 99, rows: 1), role: .selected)
    #expect(frame.roles(row: 0) == "selected 12")
    #expect(frame.text == ["  日本", ""])
    #expect(frame.roles(row: 1) == "plain 12")
    #expect(frame.roles(row: 2) == "")
  }

  @Test func `nothing outside the frame is an error`() {
    var frame = Frame(size: Size(columns: -1, rows: 3))
    #expect(frame.size == Size(columns: 0, rows: 3))
    frame.fill(Rect(column: -4, row: -4, columns: 20, rows: 20), with: "x")
    frame.box(Rect(column: -1, row: -1, columns: 5, rows: 5))
    frame.restyle(Rect(column: 5, row: 5, columns: 5, rows: 5), role: .selected)
    #expect(frame.text == ["", "", ""])
    #expect(frame.cell(at: Position(column: 9, row: 9)) == Cell())
  }

  @Test func `callers' text reaches a cell only sanitised`() {
    #expect(
      row(8) { $0.put("\u{1B}]0;\u{202E}x", at: Position(column: 0, row: 0)) } == "\u{FFFD}]0;x...")
  }

  @Test func whatChangedIsStretchesOfRows() {
    var frame = Frame(size: Size(columns: 10, rows: 3))
    let before = frame
    #expect(frame.changes(since: nil) == [0..<10, 10..<20, 20..<30])
    #expect(frame.changes(since: before).isEmpty)
    frame.put("ab", at: Position(column: 8, row: 0))
    frame.put("c d", at: Position(column: 0, row: 1))
    frame.restyle(Rect(column: 9, row: 2, columns: 1, rows: 1), role: .selected)
    // The last cells of one row and the first of the next are two.
    #expect(frame.changes(since: before) == [8..<10, 10..<13, 29..<30])
    // Six cells between two are handed on with them, seven are not.
    frame = before
    frame.put("e", at: Position(column: 1, row: 0))
    frame.put("f", at: Position(column: 8, row: 0))
    #expect(frame.changes(since: before) == [1..<9])
    frame.put("e", at: Position(column: 0, row: 0))
    frame.put(" ", at: Position(column: 1, row: 0))
    #expect(frame.changes(since: before) == [0..<1, 8..<9])
  }

  @Test func aLineLeavesNoHalfOfAWideGlyph() {
    var frame = Frame(size: Size(columns: 8, rows: 1))
    frame.put("日本語日", at: Position(column: 0, row: 0))
    frame.fill(Rect(column: 1, row: 0, columns: 4, rows: 1), with: "-")
    #expect(frame.text == [" ---- 日"])
    frame.fill(Rect(column: -2, row: 0, columns: 20, rows: 1), with: "─", role: .border)
    #expect(frame.text == ["────────"])
    #expect(frame.roles(row: 0) == "border 8")
  }
}
