import Domain

/// A period's figures as one JSON object (docs/statistics.md). Names and shapes are a contract:
/// scripts depend on them.
struct StatisticsJSON {
  let figures: Statistics
  let zone: Zone

  var text: String {
    let days = figures.period
    let members: [(String, String)] =
      [
        ("from", string(days?.lowerBound.iso8601)), ("to", string(days?.upperBound.iso8601)),
        ("zone", string(zone.identifier)),
      ] + tally(figures.total) + [
        ("missed_rate", rate(figures.total.missedRate)),
        (
          "days",
          list(figures.days.map { object([("date", string($0.key.iso8601))] + tally($0.tally)) })
        ),
        ("hours", list(figures.hours.enumerated().map { object([("hour", "\($0)")] + tally($1)) })),
        (
          "weeks",
          list(
            figures.weeks.map {
              object(
                [("week", string($0.key.iso8601))] + tally($0.tally) + [
                  ("missed_rate", rate($0.tally.missedRate))
                ])
            })
        ),
        ("trend", trend),
        (
          "missed_by_hour",
          list(figures.missedByHour.map { list($0.map(String.init)) })
        ),
        ("waits", list(figures.waits.map(wait))),
        (
          "sources",
          list(
            figures.sources.map {
              object(
                [("utm_source", string($0.key.source)), ("utm_medium", string($0.key.medium))]
                  + tally($0.tally))
            })
        ),
        (
          "employees",
          list(figures.employees.map { object([("name", string($0.key))] + tally($0.tally)) })
        ),
        ("callers", callers),
      ]
    return object(members)
  }

  private var trend: String {
    figures.trend.map { object([("first", number($0.start)), ("per_week", number($0.slope))]) }
      ?? "null"
  }

  private func wait(_ part: Statistics.Part<ClosedRange<Int>?>) -> String {
    let longest = part.key.flatMap { $0.upperBound == .max ? nil : $0.upperBound }
    return object(
      [
        ("from_seconds", part.key.map { "\($0.lowerBound)" } ?? "null"),
        ("to_seconds", longest.map { "\($0)" } ?? "null"),
      ] + tally(part.tally))
  }

  private var callers: String {
    let callers = figures.callers
    let often = callers.classes.map { part in
      object(
        [
          ("from_calls", "\(part.calls.lowerBound)"),
          ("to_calls", part.calls.upperBound == .max ? "null" : "\(part.calls.upperBound)"),
          ("callers", "\(part.callers)"),
        ] + tally(part.tally))
    }
    let most = callers.most.map { caller in
      object(
        [
          ("number", string(caller.number.text)), ("name", string(caller.contact?.name)),
          ("contact_id", caller.contact.map { "\($0.id.rawValue)" } ?? "null"),
        ] + tally(caller.tally))
    }
    return object([
      ("callers", "\(callers.callers)"), ("repeat_callers", "\(callers.repeatCallers)"),
      ("by_calls", list(often)), ("most", list(most)), ("rest", object(tally(callers.rest))),
    ])
  }

  private func tally(_ tally: CallTally) -> [(String, String)] {
    [
      ("calls", "\(tally.total)"), ("answered", "\(tally.answered)"),
      ("missed", "\(tally.missed)"),
    ]
  }

  private func rate(_ share: Double?) -> String {
    share.map(number) ?? "null"
  }

  /// Four digits behind the point, which is a hundredth of a percent.
  private func number(_ value: Double) -> String {
    let scaled = Int((value.magnitude * 10_000).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return "\(sign)\(scaled / 10_000).\((scaled % 10_000).padded(to: 4))"
  }

  private func string(_ text: String?) -> String {
    text.map(JSONWriter.string) ?? "null"
  }

  private func list(_ values: [String]) -> String {
    "[" + values.joined(separator: ",") + "]"
  }

  private func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(JSONWriter.string($0.0)):\($0.1)" }.joined(separator: ",") + "}"
  }
}
