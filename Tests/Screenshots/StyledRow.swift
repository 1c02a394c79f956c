import TUI

/// One row of the screen: pieces of one look each.
struct StyledRow {
  struct Piece {
    let column: Int
    let columns: Int
    let text: String
    let look: Look

    /// What stands between blanks, each at its own column: no font's own widths add up over a row.
    var words: [Piece] {
      var words: [Piece] = []
      var column = column
      for word in text.split(separator: " ", omittingEmptySubsequences: false) {
        let width = DisplayWidth.of(word)
        if width > 0 {
          words.append(Piece(column: column, columns: width, text: String(word), look: look))
        }
        column += width + 1
      }
      return words
    }
  }

  private(set) var pieces: [Piece] = []
  private(set) var columns = 0

  /// A look lasts over the end of its line.
  static func rows(of lines: [String]) -> [StyledRow] {
    var look = Look()
    return lines.map { StyledRow($0, look: &look) }
  }

  private init(_ line: String, look: inout Look) {
    var text = ""
    var rest = Substring(line)
    while let character = rest.popFirst() {
      guard character == "\u{1b}" else {
        text.append(character)
        continue
      }
      add(text, look)
      text = ""
      guard rest.popFirst() == "[", let end = rest.firstIndex(where: \.isLetter) else { continue }
      if rest[end] == "m" {
        look.obey(rest[..<end].split(separator: ";").compactMap { Int($0) })
        if rest[..<end].isEmpty { look = Look() }
      }
      rest = rest[rest.index(after: end)...]
    }
    add(text, look)
  }

  private mutating func add(_ text: String, _ look: Look) {
    guard !text.isEmpty else { return }
    let width = DisplayWidth.of(text)
    pieces.append(Piece(column: columns, columns: width, text: text, look: look))
    columns += width
  }
}
