import Domain

@testable import TUI

extension Sample {
  /// - Parameter tallies: of days, newest first; the first one is today's.
  static func statistics(
    _ days: ClosedRange<CivilDate>, _ tallies: [CallTally], names: [String] = []
  ) -> Statistics {
    let today = Zone.kyiv.date(at: now).daysSinceEpoch
    let count = days.upperBound.daysSinceEpoch - days.lowerBound.daysSinceEpoch
    let parts = (0...count).map { index in
      let date = days.lowerBound.advanced(byDays: index)
      let age = today - date.daysSinceEpoch
      return Statistics.Part(date, tallies.indices.contains(age) ? tallies[age] : CallTally())
    }
    let total = parts.map(\.tally).sum
    let share = { (numerator: Int, denominator: Int) in
      CallTally(
        total: total.total * numerator / denominator,
        answered: total.answered * numerator / denominator,
        missed: total.missed * numerator / denominator)
    }
    var missed = Array(repeating: Array(repeating: 0, count: 24), count: 7)
    for index in 0..<total.missed { missed[index * 5 % 6][9 + index * 7 % 11] += 1 }
    var hours = Array(repeating: CallTally(), count: 24)
    if total.total > 0 { (hours[9], hours[14]) = (share(1, 3), share(2, 3)) }
    let waits: [ClosedRange<Int>?] = [0...29, 30...59, 60...119, 120...299, 300...Int.max, nil]
    guard total.total > 0 else {
      return Statistics(
        days: parts, hours: hours, missedByHour: missed,
        waits: waits.map { Statistics.Part($0, CallTally()) }, sources: [], employees: [],
        callers: CallerFigures())
    }
    return Statistics(
      days: parts, hours: hours, missedByHour: missed,
      waits: zip(waits, [6, 3, 2, 0, 1, 1]).map { Statistics.Part($0, share($1, 13)) },
      sources: [
        Statistics.Part(Source(source: "google", medium: "cpc"), share(1, 2)),
        Statistics.Part(Source(source: "google", medium: "organic"), share(1, 4)),
        Statistics.Part(Source(), share(1, 5)),
        Statistics.Part(Source(source: "\u{1B}[2J山\u{202E}田", medium: "<b>"), share(1, 20)),
      ] + names.map { Statistics.Part(Source(source: $0, medium: $0), share(1, 10)) },
      employees: [
        Statistics.Part<String?>("Петро́ С. 🔧", share(2, 3)),
        Statistics.Part<String?>("Петро С.", share(1, 12)),
        Statistics.Part<String?>(nil, share(1, 4)),
      ] + names.map { Statistics.Part<String?>($0, share(1, 10)) },
      callers: CallerFigures(
        classes: zip(CallerFigures.classes, [80, 21, 7, 0, 2]).map { part, callers in
          CallerFigures.Class(part.calls, callers: callers, tally: share(1, 5))
        },
        most: [
          olena.numbers.first.map {
            CallerFigures.Caller(
              number: $0.number, contact: olena.reference,
              tally: CallTally(total: 12, answered: 9, missed: 3))
          },
          number("0935554433").map {
            CallerFigures.Caller(
              number: $0, contact: nil, tally: CallTally(total: 2, answered: 0, missed: 2))
          },
        ].compactMap { $0 }
          + names.compactMap { name in
            number("0935554434").map {
              CallerFigures.Caller(
                number: $0, contact: ContactReference(id: Contact.ID(9), name: name),
                tally: CallTally(total: 2, answered: 1, missed: 1))
            }
          }, rest: share(1, 10)))
  }
}
