/// A screen as SVG 1.1: every piece is stretched to its columns, so that the grid holds in any font.
struct Picture {
  let rows: [StyledRow]

  private static let cell = (width: 8, height: 17)
  private static let margin = 12

  var svg: String {
    let columns = rows.map(\.columns).max() ?? 0
    let width = columns * Picture.cell.width + 2 * Picture.margin
    let height = rows.count * Picture.cell.height + 2 * Picture.margin
    let font = "'DejaVu Sans Mono', 'Liberation Mono', Menlo, Consolas, monospace"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)">
      <rect width="100%" height="100%" rx="6" fill="\(Look.paper)"/>
      <g font-family="\(font)" font-size="13.3" xml:space="preserve">
      \(rows.enumerated().flatMap { row, styled in grounds(styled, row) }.joined(separator: "\n"))
      \(rows.enumerated().flatMap { row, styled in texts(styled, row) }.joined(separator: "\n"))
      </g>
      </svg>
      """
  }

  private func grounds(_ row: StyledRow, _ number: Int) -> [String] {
    row.pieces.compactMap { piece in
      piece.look.background.map { color in
        "<rect \(place(piece, y: top(number))) height=\"\(Picture.cell.height)\" fill=\"\(color)\" "
          + "width=\"\(piece.columns * Picture.cell.width)\"/>"
      }
    }
  }

  private func texts(_ row: StyledRow, _ number: Int) -> [String] {
    row.pieces.flatMap(\.words).map { piece in
      "<text \(place(piece, y: top(number) + 13)) "
        + "textLength=\"\(piece.columns * Picture.cell.width)\" fill=\"\(piece.look.foreground)\""
        + (piece.look.isBold ? " font-weight=\"bold\"" : "")
        + (piece.look.isDim ? " opacity=\"0.6\"" : "")
        + (piece.look.isUnderlined ? " text-decoration=\"underline\"" : "")
        + ">\(escaped(piece.text))</text>"
    }
  }

  private func top(_ row: Int) -> Int { Picture.margin + row * Picture.cell.height }

  private func place(_ piece: StyledRow.Piece, y: Int) -> String {
    "x=\"\(Picture.margin + piece.column * Picture.cell.width)\" y=\"\(y)\""
  }

  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      default: escaped.append(character)
      }
    }
  }
}
