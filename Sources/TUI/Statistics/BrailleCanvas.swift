/// Dots, two by four in each cell, as braille characters (Unicode, U+2800 to U+28FF).
struct BrailleCanvas {
  /// In cells.
  let columns: Int
  let rows: Int
  private var cells: [UInt8]

  init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    cells = Array(repeating: 0, count: self.columns * self.rows)
  }

  /// In dots.
  var width: Int { columns * 2 }
  var height: Int { rows * 4 }

  /// The bits of a cell's dots, row by row.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// Sets a dot; (0, 0) is the upper left one. Outside the canvas there is none.
  mutating func set(_ x: Int, _ y: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    cells[y / 4 * columns + x / 2] |= BrailleCanvas.bits[y % 4][x % 2]
  }

  /// Sets the dots between two points, or every so many of them.
  mutating func line(from: (x: Int, y: Int), to: (x: Int, y: Int), every step: Int = 1) {
    let length = max(abs(to.x - from.x), abs(to.y - from.y))
    for index in stride(from: 0, through: length, by: max(1, step)) {
      let share = length > 0 ? Double(index) / Double(length) : 0
      set(
        from.x + Int((Double(to.x - from.x) * share).rounded()),
        from.y + Int((Double(to.y - from.y) * share).rounded()))
    }
  }

  /// Row by row, blanks where there is no dot.
  var text: [String] {
    (0..<rows).map { row in
      cells[(row * columns)..<((row + 1) * columns)].reduce(into: "") { text, bits in
        let scalar = bits == 0 ? " " : Unicode.Scalar(0x2800 + UInt32(bits)) ?? " "
        text.unicodeScalars.append(scalar)
      }
    }
  }
}
