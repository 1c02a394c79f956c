import Domain
import Foundation
import FoundationXML
import TUI
import Testing

@testable import carbook

/// What `carbook stats` prints of figures whose names somebody chose with care.
@Suite struct StatisticsFormatTests {
  private static let hostile = [
    "=cmd|' /C calc'!A0", "<script>alert(\"1\")</script>&amp;", "\u{1B}[2J\u{202E}\u{0}\u{9B}",
    "]]><!--", "\u{FFFE}\u{FFFF}\u{E000}", "a\nb,\"c\"\r", "Олена 👩‍🔧",
  ]

  private static func figures() throws -> Statistics {
    let first = try #require(CivilDate(year: 2026, month: 11, day: 2))
    let weeks = [
      CallTally(total: 6, answered: 3, missed: 3), CallTally(total: 8, answered: 5, missed: 3),
      CallTally(total: 8, answered: 6, missed: 2),
    ]
    let tally = CallTally(total: 12, answered: 7, missed: 3)
    var missed = Array(repeating: Array(repeating: 0, count: 24), count: 7)
    missed[0][10] = 42
    return Statistics(
      days: (0..<21).map { Statistics.Part(first.advanced(byDays: $0), weeks[$0 / 7]) },
      hours: Array(repeating: tally, count: 24), missedByHour: missed,
      waits: [
        Statistics.Part(0...29, tally), Statistics.Part(300...Int.max, tally),
        Statistics.Part(nil, tally),
      ],
      sources: hostile.map { Statistics.Part(Source(source: $0, medium: nil), tally) },
      employees: hostile.map { Statistics.Part<String?>($0, tally) } + [
        Statistics.Part(nil, tally)
      ],
      callers: CallerFigures(
        most: hostile.enumerated().map { index, name in
          CallerFigures.Caller(
            number: PhoneNumber(kind: .international, text: "+38050000000\(index)"),
            contact: ContactReference(id: Contact.ID(Int64(index)), name: name), tally: tally)
        }, rest: tally))
  }

  @Test func jsonIsOneObjectOfTheDocumentedShape() throws {
    let text = StatisticsJSON(figures: try Self.figures(), zone: .kyiv).text
    #expect(!text.contains("\n") && !text.contains("\u{1B}") && !text.contains("\u{202E}"))
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let object = try #require(parsed)
    #expect(
      Set(object.keys) == [
        "from", "to", "zone", "calls", "answered", "missed", "missed_rate", "days", "hours",
        "weeks", "trend", "missed_by_hour", "waits", "sources", "employees", "callers",
      ])
    #expect(object["from"] as? String == "2026-11-02" && object["to"] as? String == "2026-11-22")
    #expect(object["calls"] as? Int == 154 && object["missed_rate"] as? Double == 0.3636)
    let weeks = try #require(object["weeks"] as? [[String: Any]])
    #expect(weeks.map { $0["week"] as? String } == ["2026-W45", "2026-W46", "2026-W47"])
    #expect(weeks.map { $0["missed_rate"] as? Double } == [0.5, 0.375, 0.25])
    #expect((object["trend"] as? [String: Double])?["per_week"] == -0.125)
    let sources = try #require(object["sources"] as? [[String: Any]])
    #expect(sources.map { $0["utm_source"] as? String } == Self.hostile)
    let hours = try #require(object["missed_by_hour"] as? [[Int]])
    #expect(hours.count == 7 && hours[0][10] == 42)
    #expect(text.contains("{\"from_seconds\":300,\"to_seconds\":null,\"calls\":12,"))
  }

  @Test func csvIsOneTableWithoutFormulas() throws {
    var writer = CSVWriter()
    let lines = writer.lines(for: StatisticsRecords.records(try Self.figures()))
    #expect(lines[0] == "chart,key,detail,calls,answered,missed")
    #expect(lines[1] == "total,,,154,98,56")
    #expect(lines.contains("day,2026-11-09,,8,5,3"))
    #expect(lines.contains("week,2026-W46,,56,35,21"))
    #expect(lines.contains("missed_by_hour,mon,10,42,0,42"))
    #expect(lines.contains("wait,0-29,,12,7,3") && lines.contains("wait,300+,,12,7,3"))
    #expect(lines.contains("source,'=cmd|' /C calc'!A0,,12,7,3"))
    #expect(lines.contains("employee,,,12,7,3"))
    #expect(lines.count == 2 + 21 + 24 + 3 + 168 + 3 + 7 + 8 + 5 + 7)
    #expect(!lines.joined().unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" })
  }

  @Test(arguments: Language.allCases) func svgIsWellFormedWhateverTheNames(
    _ language: Language
  ) throws {
    for figures in [try Self.figures(), try Self.nothing()] {
      let text = StatisticsPicture(figures: figures, language: language).text
      let reader = Reader()
      let parser = XMLParser(data: Data(text.utf8))
      parser.delegate = reader
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
      #expect(
        reader.elements == ["svg", "title", "defs", "pattern", "rect", "text", "polyline"]
          || reader.elements == ["svg", "title", "defs", "pattern", "rect", "text"])
      // It needs nothing from elsewhere.
      #expect(!text.contains("href") && !text.contains("<script") && !text.contains("@import"))
    }
  }

  private static func nothing() throws -> Statistics {
    let day = try #require(CivilDate(year: 2026, month: 11, day: 9))
    return Statistics(
      days: [Statistics.Part(day, CallTally())], hours: Array(repeating: CallTally(), count: 24),
      missedByHour: Array(repeating: Array(repeating: 0, count: 24), count: 7), waits: [],
      sources: [], employees: [], callers: CallerFigures())
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: Set<String> = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements.insert(name)
    }
  }

  @Test(arguments: Language.allCases) func textHasEverySection(_ language: Language) throws {
    let moment = Moment(Timestamp(seconds: 1_795_000_000), in: .kyiv)
    let figures = try Self.figures()
    let lines = StatisticsText.lines(
      figures, period: .days(try #require(figures.period)), at: moment, language: language)
    let titles =
      language == .english
      ? [
        "Calls a day", "Missed by the hour", "Missed rate by week", "How long clients waited",
        "By source", "By employee", "Who called again",
      ]
      : [
        "Дзвінки за днями", "Пропущені за годинами", "Частка пропущених за тижнями",
        "Скільки чекали клієнти", "За джерелами", "За співробітниками", "Хто дзвонив ще раз",
      ]
    #expect(lines.filter(titles.contains) == titles)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 80 })
    #expect(!lines.joined().unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" })
    let none = StatisticsText.lines(
      try Self.nothing(), period: .today, at: moment, language: language)
    #expect(none.count == 2)
  }

  static let periods: [(arguments: [String], period: StatisticsPeriod)] = [
    ([], .lastDays(30)), (["--period", "last-month"], .lastMonth), (["--period=90"], .lastDays(90)),
    (["--period", "2026-03"], .month(year: 2026, month: 3)), (["--period", "2025"], .year(2025)),
  ]

  @Test(arguments: periods) func thePeriodIsNamed(
    _ arguments: [String], _ period: StatisticsPeriod
  ) throws {
    let today = try #require(CivilDate(year: 2026, month: 11, day: 21))
    #expect(try StatsCommand.period(Invocation(["stats"] + arguments), today: today) == period)
  }

  @Test func daysAreNamed() throws {
    let today = try #require(CivilDate(year: 2026, month: 11, day: 21))
    let first = try #require(CivilDate(year: 2026, month: 11, day: 1))
    #expect(
      try StatsCommand.period(Invocation(["stats", "--from", "1.11.2026"]), today: today)
        == .days(first...today))
    #expect(
      try StatsCommand.period(
        Invocation(["stats", "--from", "2026-11-01", "--to", "2026-11-03"]), today: today)
        == .days(first...first.advanced(byDays: 2)))
  }

  static let refused: [[String]] = [
    ["--period", "soon"], ["--period", "0"], ["--period", "9999999"], ["--format", "table"],
    ["--from", "yesterday"], ["--to", "2026-11-01"], ["--from", "2026-11-22"],
    ["--from", "2026-11-02", "--to", "2026-11-01"], ["--from", "2001-01-01"],
    ["--from", "2026-11-01", "--period", "today"], ["--from", "2026-11-01 09:00"],
  ]

  @Test(arguments: refused) func whatIsNoPeriodIsRefused(_ arguments: [String]) throws {
    let today = try #require(CivilDate(year: 2026, month: 11, day: 21))
    #expect(throws: UsageError.self) {
      try StatsCommand.period(Invocation(["stats"] + arguments), today: today)
    }
  }
}
