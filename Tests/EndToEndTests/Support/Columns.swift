import CNcurses
import Glibc

/// How wide a captured line is, by the C library and not by what is tested.
enum Columns {
  /// Columns that `text` takes; a mark takes none.
  static func width(of text: String) -> Int {
    let unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let before = uselocale(unicode)
    defer {
      uselocale(before)
      freelocale(unicode)
    }
    return text.unicodeScalars.map { max(0, Int(cn_libc_width($0.value))) }.reduce(0, +)
  }

  /// The lines of a screen that are crooked: between the two lines above and the two below stands a
  /// box from edge to edge.
  static func crooked(_ screen: [String], columns: Int, rows: Int) -> [String] {
    guard screen.count == rows else { return screen }
    return screen.enumerated().filter { row, line in
      guard row >= 2, row < rows - 2 else { return false }
      let isFirst = row == 2
      let isLast = row == rows - 3
      let left = isFirst ? "┌" : isLast ? "└" : "│├"
      let right = isFirst ? "┐" : isLast ? "┘" : "│┤"
      return width(of: line) != columns || !left.contains(line.prefix(1))
        || !right.contains(line.suffix(1))
    }.map(\.element)
  }

  /// What may not reach a terminal from outside: controls, bidi and zero-width characters.
  static func unsafe(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
      default: false
      }
    }
  }
}

extension String {
  /// With one blank for many: what a row says, however wide its columns are.
  var squeezed: String {
    split(separator: " ").joined(separator: " ")
  }
}
