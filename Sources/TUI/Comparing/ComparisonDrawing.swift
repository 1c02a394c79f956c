import Domain

extension ConsoleState {
  func draw(_ comparison: Comparison, in frame: inout Frame) {
    let box = comparisonBox
    frame.clear(box, role: .dialog)
    frame.box(
      box, title: title(of: comparison), role: .borderFocused, titleRole: .dialogTitle)
    let inside = box.inset(columns: 2, rows: 1)
    let (list, footer) = inside.split(bottom: 1)
    if comparison.isSaving {
      frame.put(words(.saving), at: footer.origin, width: footer.columns, role: .dim)
    } else {
      frame.lines([keyLine(.comparison)], in: footer, plain: .dialog)
    }
    frame.cursor = inside.origin
    if comparison.isPreview {
      frame.lines(outcomeLines(comparison), in: list, scroll: comparison.scroll, plain: .dialog)
    } else {
      draw(comparison, versions: list, in: &frame)
    }
  }

  private var comparisonBox: Rect {
    let room = Layout.dialogs(in: size)
    return room.centered(Size(columns: 100, rows: min(room.rows, 22)))
  }

  /// Lines of the preview that are seen at once.
  var comparisonView: Int { max(1, comparisonBox.rows - 3) }

  private func title(of comparison: Comparison) -> String {
    switch comparison.purpose {
    case .conflict: words(.conflictTitle)
    case .merge: words(.mergeTitle)
    }
  }

  private func headings(of comparison: Comparison) -> (left: String, right: String) {
    switch comparison.purpose {
    case .conflict: (words(.versionMine), words(.versionStored))
    case .merge(let keep, let remove):
      (wording.name(keep.reference), wording.name(remove.reference))
    }
  }

  /// The outcome, field by field.
  func outcomeLines(_ comparison: Comparison) -> [PaneLine] {
    let columns = comparisonBox.columns - 4
    let outcome = comparison.outcome
    let labels = min(columns / 3, outcome.map { DisplayWidth.of(words($0.label)) }.max() ?? 0)
    return outcome.flatMap { label, values in
      values.flatMap { TextWrap.lines(text(of: $0), columns: columns - labels - 2) }.enumerated()
        .map { index, line in
          let label = index == 0 ? words(label) : ""
          return PaneLine(
            (SafeText.fitted(label, columns: labels) + "  ", .fieldLabel), (line, .value))
        }
    }
  }

  private func text(of row: [String]) -> String {
    row.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  // MARK: The two versions

  private struct Line {
    let row: Int
    let label: String
    let left: String
    let right: String
    let isFirst: Bool
  }

  private func draw(_ comparison: Comparison, versions rect: Rect, in frame: inout Frame) {
    let longest = comparison.rows.map { DisplayWidth.of(words($0.field.label)) }.max() ?? 0
    let labels = 2 + min(rect.columns / 4, longest)
    let side = max(4, (rect.columns - labels) / 2 - 1)
    let left = labels + 1
    let right = left + side + 1
    let (heading, list) = rect.split(top: 1)
    let names = headings(of: comparison)
    frame.put(
      names.left, at: heading.position(column: left + 2), width: side - 2, role: .heading)
    frame.put(
      names.right, at: heading.position(column: right + 2), width: side - 2, role: .heading)
    let lines = comparison.rows.indices.flatMap {
      self.lines(of: comparison, row: $0, columns: side - 2)
    }
    let last = lines.lastIndex { $0.row == comparison.selected } ?? 0
    let first = lines.firstIndex { $0.row == comparison.selected } ?? 0
    let top = max(0, min(first, last - list.rows + 1))
    for (index, line) in lines.dropFirst(top).prefix(list.rows).enumerated() {
      let place = list.position(row: index)
      let row = comparison.rows[line.row]
      let isSelected = line.row == comparison.selected
      frame.put(
        (isSelected && line.isFirst ? "▸ " : "  ") + line.label, at: place, width: labels,
        role: isSelected ? .strong : .fieldLabel)
      let offset = line.row - comparison.selected
      frame.answerClicks(
        in: Rect(column: place.column, row: place.row, columns: labels, rows: 1),
        .row(offset: offset, row: RowKey(line.row)))
      let sides = [
        (left, line.left, row.choice != .right, Action.chooseLeft),
        (right, line.right, row.choice != .left, .chooseRight),
      ]
      for (column, text, isChosen, action) in sides {
        let role: Role = isChosen ? .value : .dim
        let mark = line.isFirst ? (isChosen ? "● " : "○ ") : "  "
        let part = Rect(column: place.column + column, row: place.row, columns: side, rows: 1)
        frame.put(mark + text, at: part.origin, width: side, role: role)
        frame.answerClicks(in: part, .part(offset: offset, action))
      }
      if isSelected, line.isFirst { frame.cursor = place }
    }
  }

  /// A field's lines, at most so many that another one is seen too.
  private func lines(of comparison: Comparison, row index: Int, columns: Int) -> [Line] {
    let row = comparison.rows[index]
    let left = wrapped(row.field.shown(row.left), columns: columns)
    let right = wrapped(row.field.shown(row.right), columns: columns)
    let count = min(max(2, comparisonBox.rows - 6), max(left.count, right.count))
    return (0..<count).map { line in
      Line(
        row: index, label: line == 0 ? words(row.field.label) : "",
        left: left.indices.contains(line) ? left[line] : "",
        right: right.indices.contains(line) ? right[line] : "", isFirst: line == 0)
    }
  }

  private func wrapped(_ values: [[String]], columns: Int) -> [String] {
    if values.isEmpty { return ["—"] }
    return values.flatMap { TextWrap.lines(text(of: $0), columns: columns) }
  }
}
