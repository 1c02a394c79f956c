import Domain

/// Missed calls of each hour of the week: the darker the more.
struct HourPicture {
  let missed: [[Int]]
  private let most: Int

  init(_ missed: [[Int]]) {
    self.missed = missed
    most = max(1, missed.joined().max() ?? 1)
  }

  /// Of four shades the one for a number; a dot for none.
  func shade(_ count: Int) -> Character {
    guard count > 0 else { return "·" }
    let shades: [Character] = ["░", "▒", "▓", "█"]
    return shades[min(3, (count * 4 - 1) / most)]
  }

  /// The hours with the most missed calls, the most first.
  func worst(_ count: Int) -> [StatisticsScreen.Cell] {
    let cells = missed.indices.flatMap { weekday in
      missed[weekday].indices.map { StatisticsScreen.Cell(weekday: weekday, hour: $0) }
    }
    return Array(
      cells.filter { self[$0] > 0 }.sorted {
        (self[$1], $0.weekday, $0.hour) < (self[$0], $1.weekday, $1.hour)
      }
      .prefix(count))
  }

  subscript(cell: StatisticsScreen.Cell) -> Int {
    missed.indices.contains(cell.weekday) && missed[cell.weekday].indices.contains(cell.hour)
      ? missed[cell.weekday][cell.hour] : 0
  }
}

extension Frame {
  /// A line for each weekday with its sum at the end; cells have their numbers where there is room.
  mutating func draw(
    _ picture: HourPicture, in rect: Rect, wording: Wording, selected: StatisticsScreen.Cell?
  ) {
    let sums = picture.missed.map { wording.count($0.reduce(0, +)) }
    let sum = max(3, sums.map { DisplayWidth.of($0) }.max() ?? 0)
    let label = (0..<7).map { DisplayWidth.of(wording.weekday($0)) }.max() ?? 3
    let number = String(picture.missed.joined().max() ?? 0).count
    let room = (rect.columns - label - sum - 2) / 24
    let width = room >= number + 2 ? number + 2 : max(1, min(3, room))
    let start = rect.column + label + 1
    let every = width >= 3 ? 1 : width == 2 ? 2 : 3
    for hour in stride(from: 0, to: 24, by: every) where width > 2 || hour % (every * 2) == 0 {
      put(
        hour.padded(to: 2), at: Position(column: start + hour * width, row: rect.row), role: .dim)
    }
    for (weekday, counts) in picture.missed.prefix(max(0, rect.rows - 1)).enumerated() {
      let row = rect.row + 1 + weekday
      put(
        wording.weekday(weekday), at: Position(column: rect.column, row: row),
        role: weekday > 4 ? .dim : .plain)
      for (hour, count) in counts.enumerated() {
        let place = Position(column: start + hour * width, row: row)
        let shade = picture.shade(count)
        let text =
          width == number + 2
          ? "\(shade)\(count > 0 ? "\(count)" : "")"
          : String(repeating: shade, count: min(2, width))
        put(text, at: place, width: width, role: count > 0 ? .barAccent : .dim)
        guard selected == StatisticsScreen.Cell(weekday: weekday, hour: hour) else { continue }
        restyle(
          Rect(column: place.column, row: row, columns: min(width, max(2, text.count)), rows: 1),
          role: .selected)
        cursor = place
      }
      put(
        sums[weekday], at: Position(column: start + 24 * width + 1, row: row), width: sum,
        role: .value, alignment: .trailing)
    }
  }
}
