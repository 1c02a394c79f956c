import Domain

extension StatisticsChart {
  /// What the user has selected of it.
  struct Selection {
    let row: StatisticsRow.ID?
    let cell: StatisticsScreen.Cell
  }

  /// Where its pieces stand, from the top: a sentence, a picture, the list's heading and the list.
  struct Parts {
    let note: Rect
    let picture: Rect
    let heading: Rect
    let list: Rect
  }

  /// - Parameter pictureRows: nil for as many as there is room for beside the list.
  func parts(in rect: Rect, pictureRows: Int? = nil) -> Parts {
    let hasNote = note(nil) != nil && rect.rows >= 9
    let (note, below) = rect.split(top: hasNote ? 1 : 0)
    guard section != .hours else {
      let (picture, rest) = below.split(top: 8)
      let empty = rest.split(top: 0).top
      return Parts(note: note, picture: picture, heading: empty, list: empty)
    }
    let hasPicture = section == .days || section == .weeks
    let rows = pictureRows ?? (below.rows >= 12 ? below.rows / 2 : 0)
    let (picture, rest) = below.split(top: hasPicture ? rows : 0)
    let (heading, list) = rest.split(top: rest.rows >= 4 && rect.rows >= 9 ? 1 : 0)
    return Parts(note: note, picture: picture, heading: heading, list: list)
  }

  /// - Parameter selection: nil where keys do not go to it.
  func draw(
    in rect: Rect, of frame: inout Frame, selection: Selection?, pictureRows: Int? = nil
  ) {
    let parts = self.parts(in: rect, pictureRows: pictureRows)
    if let note = note(selection?.cell) {
      frame.put(
        note, at: parts.note.origin, width: parts.note.columns * parts.note.rows, role: .label)
    }
    switch section {
    case .hours:
      frame.draw(
        HourPicture(figures.missedByHour), in: parts.picture, wording: wording,
        selected: selection?.cell)
      let below = parts.picture.endRow + 1
      if selection != nil, figures.total.missed > 0, below < rect.endRow {
        frame.put(
          note(nil) ?? "", at: Position(column: rect.column, row: below), width: rect.columns,
          role: .label)
      }
      return
    case .days:
      let bars = self.bars
      let picture = ColumnPicture(bars.map(\.tally))
      frame.draw(
        picture, names: bars.map(\.label), top: wording.count(picture.most), in: parts.picture,
        selected: selection.map { place(of: $0, in: bars, otherwise: bars.count - 1) })
    case .weeks:
      let weeks = self.weeks
      let picture = RatePicture(rates: weeks.map(\.tally.missedRate), trend: figures.trend)
      frame.draw(
        picture, names: weeks.map(\.label), top: "\(Int((picture.top * 100).rounded())) %",
        in: parts.picture,
        selected: selection.map { place(of: $0, in: weeks, otherwise: weeks.count - 1) })
    case .waits, .sources, .employees, .callers: break
    }
    drawList(parts, of: &frame, selection: selection)
  }

  private func place(
    of selection: Selection, in rows: [StatisticsRow], otherwise: Int
  ) -> Int {
    rows.firstIndex { $0.id == selection.row } ?? otherwise
  }

  // MARK: The list

  /// The widths of a line's parts: a name, the bar, and as many numbers as there are.
  private struct Widths {
    let label: Int
    let bar: Int
    let numbers: [Int]
    /// What fills a bar: calls, and a missed rate.
    let most: Int
    let rate: Double
  }

  private func drawList(_ parts: Parts, of frame: inout Frame, selection: Selection?) {
    let rows = self.rows
    let selected = selection.map { place(of: $0, in: rows, otherwise: 0) }
    let view = parts.list.rows
    let first = min(max(0, (selected ?? 0) - view / 2), max(0, rows.count - view))
    let shown = rows.dropFirst(first).prefix(view)
    let widths = self.widths(rows, columns: parts.list.columns)
    drawNumbers(
      heads.map { ($0, Role.heading) }, widths, in: parts.heading, of: &frame)
    for (line, row) in shown.enumerated() {
      let place = Rect(
        column: parts.list.column, row: parts.list.row + line, columns: parts.list.columns, rows: 1)
      draw(row, widths, in: place, of: &frame)
      guard let selected else { continue }
      frame.answerClicks(
        in: place, .row(offset: first + line - selected, row: RowKey(row.id)))
      guard selected == first + line else { continue }
      frame.restyle(
        Rect(column: place.column, row: place.row, columns: widths.label, rows: 1), role: .selected)
      frame.cursor = place.origin
    }
  }

  /// What the numbers at a line's end are of; where room is scarce the last ones go.
  private var heads: [String] {
    let (answered, missed) = (String(ColumnPicture.answered), String(ColumnPicture.missed))
    return section == .weeks
      ? [words(.shareShort), missed, words(.ofBoth)]
      : [answered, missed, words(.allShort), words(.shareShort)]
  }

  private func numbers(_ tally: CallTally) -> [(String, Role)] {
    let missed = (wording.count(tally.missed), tally.missed > 0 ? Role.missed : .value)
    let rate = (wording.percent(tally.missedRate), Role.value)
    return section == .weeks
      ? [rate, missed, (wording.count(tally.answered + tally.missed), .dim)]
      : [
        (wording.count(tally.answered), .value), missed, (wording.count(tally.total), .dim), rate,
      ]
  }

  private func widths(_ rows: [StatisticsRow], columns: Int) -> Widths {
    let label = rows.map { DisplayWidth.of($0.label) }.max() ?? 0
    let texts = rows.map { numbers($0.tally).map { DisplayWidth.of($0.0) } }
    var ends = heads.indices.map { index in
      max(DisplayWidth.of(heads[index]), texts.map { $0[index] }.max() ?? 0, 3)
    }
    while ends.count > 2, columns - ends.reduce(ends.count, +) < 40 { ends.removeLast() }
    let room = columns - ends.reduce(ends.count, +) - 1
    let name = min(label, max(12, room * 3 / 5))
    let rate = RatePicture(rates: rows.map(\.tally.missedRate), trend: nil).top
    return Widths(
      label: min(name, max(0, room)), bar: max(0, room - name - 1), numbers: ends,
      most: max(1, rows.map { $0.tally.answered + $0.tally.missed }.max() ?? 1), rate: rate)
  }

  private func draw(
    _ row: StatisticsRow, _ widths: Widths, in place: Rect, of frame: inout Frame
  ) {
    frame.put(row.label, at: place.origin, width: widths.label, role: role(of: row), padded: true)
    let start = place.column + widths.label + 2
    let cells: (answered: Int, missed: Int)
    if section == .weeks {
      let share = (row.tally.missedRate ?? 0) / widths.rate
      let length = Int((share * Double(widths.bar)).rounded())
      cells = (0, row.tally.missed > 0 ? max(1, length) : 0)
    } else {
      cells = ColumnPicture.cells(
        row.tally.answered, row.tally.missed, most: widths.most, length: widths.bar)
    }
    frame.fill(
      Rect(column: start, row: place.row, columns: cells.answered, rows: 1),
      with: ColumnPicture.answered, role: .bar)
    frame.fill(
      Rect(column: start + cells.answered, row: place.row, columns: cells.missed, rows: 1),
      with: ColumnPicture.missed, role: .barAccent)
    drawNumbers(numbers(row.tally), widths, in: place, of: &frame)
  }

  /// Days off stand back.
  private func role(of row: StatisticsRow) -> Role {
    switch row.id {
    case .days(let days) where days.lowerBound == days.upperBound && days.lowerBound.weekday > 5:
      .dim
    case .days, .hour, .wait, .source, .employee, .caller: .plain
    }
  }

  private func drawNumbers(
    _ texts: [(text: String, role: Role)], _ widths: Widths, in row: Rect, of frame: inout Frame
  ) {
    guard row.rows > 0 else { return }
    var column = row.endColumn - widths.numbers.reduce(widths.numbers.count, +)
    for (text, width) in zip(texts, widths.numbers) {
      frame.put(
        text.text, at: Position(column: column + 1, row: row.row), width: width, role: text.role,
        alignment: .trailing)
      column += width + 1
    }
  }
}
