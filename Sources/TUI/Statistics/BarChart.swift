import Domain

/// A line a day: its bar and its numbers. Days flow into more than one column where there is room.
struct BarChart {
  /// Solid, and in another pattern: told apart without colour.
  static let answered: Character = "█"
  static let missed: Character = "▒"

  /// Newest first.
  let days: [PeriodFigures.Day]
  /// Calls of the day that fills a bar.
  private let most: Int

  init(_ figures: PeriodFigures) {
    days = figures.days.reversed()
    most = max(1, days.map { $0.figures.answered + $0.figures.missed }.max() ?? 1)
  }

  /// Cells of a bar of `columns`: in proportion, and at least one for what is not nothing.
  func cells(_ figures: DayFigures, columns: Int) -> (answered: Int, missed: Int) {
    let scaled = { (count: Int) in
      count <= 0 ? 0 : max(1, (count * columns + most / 2) / most)
    }
    let (answered, missed) = (scaled(figures.answered), scaled(figures.missed))
    // What the rounding made too long goes off the longer part.
    let excess = max(0, answered + missed - columns)
    return answered > missed ? (answered - excess, missed) : (answered, missed - excess)
  }

  /// How many columns of days stand side by side in a rectangle, and the lines of each.
  func arrangement(in rect: Rect) -> (columns: Int, lines: Int) {
    let rows = max(1, rect.rows)
    let needed = (days.count + rows - 1) / rows
    let columns = max(1, min(needed, rect.columns / BarChart.leastWidth))
    return (columns, (days.count + columns - 1) / columns)
  }

  private static let leastWidth = 50

  /// Answered and missed calls of the whole period, and all.
  var total: DayFigures {
    days.reduce(into: DayFigures()) { sum, day in
      sum.total += day.figures.total
      sum.answered += day.figures.answered
      sum.missed += day.figures.missed
    }
  }
}

extension DayFigures {
  /// The share of the missed among answered and missed, in tenths of a percent; nil where there
  /// were none.
  var missedPerMille: Int? {
    let calls = answered + missed
    return calls > 0 ? (missed * 1000 + calls / 2) / calls : nil
  }
}
