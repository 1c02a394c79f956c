import Domain
import TUI

/// A period's figures as a picture (SVG 1.1) that needs no other file: its colours are read on white
/// and on black, and what was missed is hatched, for who sees or prints no colours.
struct StatisticsPicture {
  let figures: Statistics
  let language: Language

  private static let width = 840
  private static let left = 60
  private static let plot = 740

  var text: String {
    var page = SVGPage(width: StatisticsPicture.width)
    let texts = StatisticsTitles(figures: figures, language: language)
    page.heading(texts.period, size: 20)
    let line = page.take(22)
    for (index, total) in texts.totals.enumerated() {
      let x = 16 + index * 190
      let fill: SVGPage.Fill? = index == 0 ? .answered : index == 1 ? .missed : nil
      if let fill { page.bar(Double(x), line + 4, 12, 12, fill, title: nil) }
      page.label(total, x: x + 18, y: line + 14, .start)
    }
    columns(texts, &page)
    heatMap(texts, &page)
    rates(texts, &page)
    let sections: [(StatisticsTitles.Section, Int)] = [
      (texts.waits, 6), (texts.sources, 12), (texts.employees, 12), (texts.callers, 12),
    ]
    for (section, limit) in sections { bars(section, texts, limit: limit, &page) }
    return page.text(title: texts.period)
  }

  /// Answered calls with the missed on them, oldest first.
  private func columns(_ texts: StatisticsTitles, _ page: inout SVGPage) {
    let bars = texts.days.rows
    guard !bars.isEmpty else { return }
    page.heading(texts.days.title)
    let height = 160.0
    let most = Double(max(1, bars.map { $0.tally.answered + $0.tally.missed }.max() ?? 1))
    let step = Double(StatisticsPicture.plot) / Double(bars.count)
    let top = page.take(height)
    for (index, bar) in bars.enumerated() {
      let x = Double(StatisticsPicture.left) + Double(index) * step
      let answered = Double(bar.tally.answered) / most * height
      let missed = Double(bar.tally.missed) / most * height
      let width = max(0.5, step * 0.85)
      page.bar(x, top + height - answered, width, answered, .answered, title: texts.line(bar))
      page.bar(x, top + height - answered - missed, width, missed, .missed, title: texts.line(bar))
    }
    page.label(texts.count(Int(most)), x: StatisticsPicture.left - 4, y: top + 10, .end)
    page.label("0", x: StatisticsPicture.left - 4, y: top + height, .end)
    let below = page.take(16) + 12
    page.label(bars.first?.label ?? "", x: StatisticsPicture.left, y: below, .start)
    if bars.count > 1 {
      page.label(
        bars.last?.label ?? "", x: StatisticsPicture.left + StatisticsPicture.plot, y: below, .end)
    }
  }

  private func heatMap(_ texts: StatisticsTitles, _ page: inout SVGPage) {
    page.heading(texts.hoursTitle)
    page.note(texts.hoursNote)
    let most = max(1, figures.missedByHour.joined().max() ?? 1)
    let (width, height) = (30.0, 20.0)
    let head = page.take(16) + 12
    for hour in 0..<24 {
      page.label(
        hour.padded(to: 2), x: StatisticsPicture.left + hour * Int(width) + 15, y: head, .middle)
    }
    for (weekday, counts) in figures.missedByHour.enumerated() {
      let top = page.take(height)
      page.label(texts.weekday(weekday), x: StatisticsPicture.left - 4, y: top + 14, .end)
      for (hour, count) in counts.enumerated() where count > 0 {
        let x = Double(StatisticsPicture.left + hour * Int(width))
        page.cell(x, top, width - 1, height - 1, share: Double(count) / Double(most))
        page.label(String(count), x: Int(x) + 15, y: top + 14, .middle)
      }
    }
  }

  /// The missed rate of each week, and its trend as a broken line.
  private func rates(_ texts: StatisticsTitles, _ page: inout SVGPage) {
    let weeks = texts.weeks.rows
    guard weeks.count > 1 else { return }
    page.heading(texts.weeks.title)
    page.note(texts.weeks.note)
    let height = 120.0
    let top = page.take(height)
    let most = max(0.05, weeks.compactMap(\.tally.missedRate).max() ?? 0)
    let place = { (index: Int, rate: Double) in
      (
        x: Double(StatisticsPicture.left)
          + Double(index) * Double(StatisticsPicture.plot) / Double(weeks.count - 1),
        y: top + height * (1 - min(max(0, rate / most), 1))
      )
    }
    let points = weeks.enumerated().compactMap { index, week in
      week.tally.missedRate.map { place(index, $0) }
    }
    page.line(points, isBroken: false)
    if let trend = figures.trend {
      page.line(
        [0, weeks.count - 1].map { place($0, trend.value(at: $0)) }, isBroken: true)
    }
    page.label(texts.percent(most), x: StatisticsPicture.left - 4, y: top + 10, .end)
    page.label("0", x: StatisticsPicture.left - 4, y: top + height, .end)
    let below = page.take(16) + 12
    page.label(weeks.first?.label ?? "", x: StatisticsPicture.left, y: below, .start)
    page.label(
      weeks.last?.label ?? "", x: StatisticsPicture.left + StatisticsPicture.plot, y: below, .end)
  }

  private func bars(
    _ section: StatisticsTitles.Section, _ texts: StatisticsTitles, limit: Int,
    _ page: inout SVGPage
  ) {
    guard !section.rows.isEmpty else { return }
    let top = page.heading(section.title)
    page.label(
      texts.numbersTitle, x: StatisticsPicture.left + StatisticsPicture.plot, y: top, .end)
    page.note(section.note)
    let most = Double(max(1, section.rows.map { $0.tally.answered + $0.tally.missed }.max() ?? 1))
    let (start, length) = (240.0, 420.0)
    for row in section.rows.prefix(limit) {
      let top = page.take(20)
      page.label(StatisticsPicture.short(row.label), x: 230, y: top + 14, .end)
      let answered = Double(row.tally.answered) / most * length
      let missed = Double(row.tally.missed) / most * length
      page.bar(start, top + 2, answered, 15, .answered, title: nil)
      page.bar(start + answered, top + 2, missed, 15, .missed, title: nil)
      page.label(
        section.numbers(row), x: StatisticsPicture.left + StatisticsPicture.plot, y: top + 14, .end)
    }
  }

  /// What fits beside a bar.
  private static func short(_ text: String) -> String {
    SafeText.fitted(text, columns: min(30, max(1, DisplayWidth.of(text))))
  }
}
