/// A line of a form as it is drawn.
struct FormLine: Equatable {
  enum Content: Equatable {
    case row(Int)
    /// Characters of the note that stand on it.
    case note(Range<Int>)
    /// An offered option: index in `matches`.
    case option(Int)
  }

  let field: Int
  let content: Content

  /// Columns between the label and the text, and between two cells.
  static let gap = 2
  /// The most options that are seen at once.
  private static let optionLimit = 6

  static func lines(of form: Form, columns: Int) -> [FormLine] {
    form.fields.indices.flatMap { index -> [FormLine] in
      let field = form.fields[index]
      if field.cells[0].kind == .note {
        return field.rows[0][0].lines(columns: columns).map {
          FormLine(field: index, content: .note($0))
        }
      }
      return field.rows.indices.flatMap { row -> [FormLine] in
        let isFocused = form.focus.field == index && form.focus.row == row
        return [FormLine(field: index, content: .row(row))]
          + (isFocused ? options(of: form, field: index) : [])
      }
    }
  }

  private static func options(of form: Form, field: Int) -> [FormLine] {
    guard form.isChoosing else { return [] }
    let count = form.matches.count
    // The option gone to is in sight.
    let first = max(0, min((form.choice ?? 0) - optionLimit / 2, count - optionLimit))
    return (first..<min(count, first + optionLimit)).map {
      FormLine(field: field, content: .option($0))
    }
  }

  /// The line with the cursor, and all lines of its field below it: what has to be in sight.
  static func focused(_ lines: [FormLine], of form: Form) -> Range<Int> {
    let first = lines.firstIndex { line in
      guard line.field == form.focus.field else { return false }
      switch line.content {
      case .row(let row): return row == form.focus.row
      case .note(let range): return range.contains(form.focusedText.cursor)
      case .option: return false
      }
    }
    // Behind the last character of a note no line has the cursor's character.
    let line = first ?? lines.lastIndex { $0.field == form.focus.field } ?? 0
    let rest = lines[line...].prefix { $0.field == form.focus.field }
    return line..<max(line + 1, rest.endIndex)
  }

  /// The columns of a row's cells: fixed ones as wide as they need to be, the others share.
  static func widths(_ cells: [FormCell], columns: Int) -> [Int] {
    let room = columns - gap * (cells.count - 1)
    let stretching = cells.filter { $0.width == nil }.count
    let least = 6 * stretching
    var left = room
    var widths = cells.map { cell -> Int in
      guard let width = cell.width else { return 0 }
      let taken = max(1, min(width, left - least))
      left -= taken
      return taken
    }
    for index in cells.indices where cells[index].width == nil {
      widths[index] = max(1, left / stretching)
    }
    return widths
  }
}
