import Domain

extension StatisticsChart {
  var title: String {
    switch section {
    case .days:
      switch step {
      case .hour: words(.sectionCallsByHour)
      case .day: words(.sectionCallsByDay)
      case .week: words(.sectionCallsByWeek)
      case .month: words(.sectionCallsByMonth)
      }
    case .hours: words(.sectionHours)
    case .weeks: words(.sectionWeeks)
    case .waits: words(.sectionWaits)
    case .sources: words(.sectionSources)
    case .employees: words(.sectionEmployees)
    case .callers: words(.sectionCallers)
    }
  }

  /// What the section comes to, in a sentence; nil where its rows say it all.
  /// - Parameter cell: the selected hour.
  func note(_ cell: StatisticsScreen.Cell?) -> String? {
    switch section {
    case .days, .sources, .employees: nil
    case .hours: hoursNote(cell)
    case .weeks: trendNote
    case .waits: waitsNote
    case .callers: callersNote
    }
  }

  private func hoursNote(_ cell: StatisticsScreen.Cell?) -> String {
    let picture = HourPicture(figures.missedByHour)
    let missed = figures.total.missed
    guard missed > 0 else { return words(.noMissedInPeriod) }
    if let cell {
      return words(
        .cellNote, wording.weekday(cell.weekday), cell.hour.padded(to: 2),
        (cell.hour + 1).padded(to: 2), wording.count(picture[cell]),
        wording.percent(Double(picture[cell]) / Double(missed)))
    }
    let worst = picture.worst(4).map { cell in
      "\(wording.weekday(cell.weekday)) \(cell.hour.padded(to: 2)):00 \(wording.count(picture[cell]))"
    }
    return words(.mostMissed, worst.joined(separator: ", "))
  }

  private var trendNote: String {
    guard let trend = figures.trend else { return words(.noTrend) }
    let points = wording.decimal(trend.slope.magnitude * 100)
    if points == wording.decimal(0) { return words(.trendLevel) }
    return words(trend.slope > 0 ? .trendUp : .trendDown, points)
  }

  private var waitsNote: String? {
    guard let half = figures.wait(ofShare: 0.5), let most = figures.wait(ofShare: 0.9) else {
      return nil
    }
    let text = { (seconds: ClosedRange<Int>) in
      seconds.upperBound == .max
        ? wording.wait(seconds) : words(.waitUnder, wording.duration(Int64(seconds.upperBound) + 1))
    }
    return half == most
      ? words(.waitOneNote, text(most)) : words(.waitNote, text(half), text(most))
  }

  private var callersNote: String {
    let callers = figures.callers
    if callers.repeatCallers == 0 { return words(.noRepeatCallers) }
    let often = callers.classes.dropFirst().filter { $0.callers > 0 }.map { part in
      let (least, most) = (part.calls.lowerBound, part.calls.upperBound)
      let times =
        most == .max ? "\(least)+" : least == most ? "\(least)" : "\(least)–\(most)"
      return "\(times)×: \(wording.count(part.callers))"
    }
    return words(
      .callersNote, wording.count(callers.repeatCallers), wording.count(callers.callers),
      often.joined(separator: ", "))
  }
}
