import Domain
import TestSupport
import Testing

struct FilterLanguageTests {
  @Test(
    arguments: [
      ("", CallFilter()),
      ("missed", with { $0.isMissed = true }),
      ("Пропущені СЬОГОДНІ", with { ($0.isMissed, $0.period) = (true, .today) }),
      ("yesterday new", with { ($0.period, $0.isFromNewClient) = (.yesterday, true) }),
      (
        "вчора нові непередзвонені",
        with { filter in
          (filter.period, filter.isFromNewClient, filter.isNotCalledBack) = (.yesterday, true, true)
        }
      ),
      ("last:7", with { $0.period = .lastDays(7) }),
      ("останні:30", with { $0.period = .lastDays(30) }),
      ("month", with { $0.period = .thisMonth }),
      ("month:2026-10", with { $0.period = .month(year: 2026, month: 10) }),
      ("2026-11-01..2026-11-20", with { $0.period = .days(from: day(1), to: day(20)) }),
      ("2026-11-01..", with { $0.period = .days(from: day(1), to: nil) }),
      ("..2026-11-20", with { $0.period = .days(from: nil, to: day(20)) }),
      ("2026-11-01", with { $0.period = .days(from: day(1), to: day(1)) }),
      ("type:in,callback", with { $0.types = [.incoming, .callback] }),
      ("тип:вихідні", with { $0.types = [.outgoing] }),
      ("status:busy status:not-reached", with { $0.statuses = [.busy, .notReached] }),
      ("статус:зайнято,збій", with { $0.statuses = [.busy, .failed] }),
      ("has:recording", with { $0.hasRecording = true }),
      ("без:запису", with { $0.hasRecording = false }),
      ("from:067 our:044", with { ($0.client, $0.line) = ("067", "044") }),
      ("from:\"+38 (067)\"", with { $0.client = "+38 (067)" }),
      ("employee:\"петренко ірина\"", with { $0.employee = "петренко ірина" }),
      (
        "source:google medium:cpc campaign:c content:d term:e",
        with { filter in
          filter.utm = [
            .source: "google", .medium: "cpc", .campaign: "c", .content: "d", .term: "e",
          ]
        }
      ),
      ("order:A-102", with { $0.order = "A-102" }),
      (
        "talk>60 talk<300 wait>=30 wait<=90",
        with { filter in
          filter.talk = [SecondsRule(.more, 60), SecondsRule(.less, 300)]
          filter.wait = [SecondsRule(.atLeast, 30), SecondsRule(.atMost, 90)]
        }
      ),
      (
        "talk:0 чекав=5",
        with { filter in
          (filter.talk, filter.wait) = ([SecondsRule(.equal, 0)], [SecondsRule(.equal, 5)])
        }
      ),
      ("олена  missed 4567", with { ($0.isMissed, $0.text) = (true, "олена 4567") }),
      ("\"missed\" \"two  words\"", with { $0.text = "missed two  words" }),
      ("\"a\\\"b\\\\c", with { $0.text = "a\"b\\c" }),
      ("+38(067)123-45-67", with { $0.text = "+38(067)123-45-67" }),
    ] as [(String, CallFilter)])
  func reads(_ text: String, expected: CallFilter) throws {
    let filter = try FilterLanguage.filter(text)
    #expect(filter == expected)
    #expect(try FilterLanguage.filter(FilterLanguage.text(filter)) == filter)
  }

  @Test(
    arguments: [
      ("frm:067", 1, .unknownKey(nearest: "from")),
      ("missed сттус:busy", 2, .unknownKey(nearest: "статус")),
      ("elephant:1", 1, .unknownKey(nearest: nil)),
      ("talc>60", 1, .unknownKey(nearest: "talk")),
      ("from:", 1, .missingValue(.from)),
      (
        "today type:in,up", 2,
        .badValue("up", allowed: .words(["in", "out", "callback", "internal"]))
      ),
      ("status:", 1, .missingValue(.status)),
      ("has:money", 1, .badValue("money", allowed: .words(["recording"]))),
      ("talk>sixty", 1, .badValue("sixty", allowed: .seconds)),
      ("talk>+5", 1, .badValue("+5", allowed: .seconds)),
      ("talk>99999999999999999999", 1, .badValue("99999999999999999999", allowed: .seconds)),
      ("from>5", 1, .badValue("5", allowed: .digits)),
      ("from:olena", 1, .badValue("olena", allowed: .digits)),
      ("last:0", 1, .badValue("0", allowed: .days)),
      ("month:2026-13", 1, .badValue("2026-13", allowed: .month)),
      ("2026-02-30", 1, .badValue("2026-02-30", allowed: .dates)),
      ("2026-11-20..2026-11-01", 1, .badValue("2026-11-20..2026-11-01", allowed: .dates)),
      ("2026-11-20..x", 1, .badValue("2026-11-20..x", allowed: .dates)),
      ("today yesterday", 2, .repeated),
      ("from:067 from:050", 2, .repeated),
      ("has:recording no:recording", 2, .repeated),
    ] as [(String, Int, FilterProblem.Reason)])
  func refuses(_ text: String, place: Int, reason: FilterProblem.Reason) {
    let word = text.split(separator: " ")[place - 1]
    #expect(throws: FilterProblem(word: String(word), place: place, reason: reason)) {
      try FilterLanguage.filter(text)
    }
  }

  @Test(arguments: [
    ("mis", 3, "", ["missed"]),
    ("fr", 2, "", ["from:"]),
    ("missed ty", 9, "missed ", ["type:"]),
    ("talk", 4, "", ["talk>"]),
    ("status:b", 8, "status:", ["busy"]),
    ("status:busy,f", 13, "status:busy,", ["failed"]),
    ("status:зай", 10, "status:", ["зайнято"]),
    ("проп", 4, "", ["пропущені"]),
    ("type:", 5, "type:", ["in", "out", "callback", "internal"]),
    ("from:06", 7, "from:06", []),
    ("\"mis", 4, "", []),
    ("mis today", 3, "", ["missed"]),
  ])
  func completes(_ text: String, cursor: Int, kept: String, candidates: [String]) {
    let completion = FilterCompletion(of: text, cursor: cursor)
    #expect(completion.candidates == candidates)
    #expect(text.prefix(completion.range.lowerBound) == kept)
    #expect(completion.range.upperBound == cursor || completion.candidates.isEmpty)
  }

  @Test func nothingTypedOffersEveryEnglishWord() {
    let completion = FilterCompletion(of: "missed ", cursor: 7)
    #expect(completion.range == 7..<7)
    #expect(completion.candidates.count == FilterFlag.allCases.count + FilterKey.allCases.count)
    #expect(FilterCompletion(of: "", cursor: 99).candidates == completion.candidates)
  }

  @Test func aFilterPrintedAndReadAgainIsEqual() throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<3000 {
      let filter = CallFilter.random(&random)
      #expect(try FilterLanguage.filter(FilterLanguage.text(filter)) == filter)
    }
  }

  @Test func noTextTrapsTheReader() {
    var random = SplitMix(seed: 4)
    let pieces = [
      "missed", ":", "\"", "\\", ">", "=", "from", "status:", ",", " ", "2026-11-01", "..", "-",
      "ї",
      "0", "e\u{301}", "\n", "talk", "month:", "9999-12-31",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...8, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let filter = try? FilterLanguage.filter(text)
      if let filter { #expect((try? FilterLanguage.filter(FilterLanguage.text(filter))) == filter) }
      _ = FilterCompletion(of: text, cursor: Int.random(in: -1...9, using: &random))
    }
  }
}

private func with(_ set: (inout CallFilter) -> Void) -> CallFilter {
  var filter = CallFilter()
  set(&filter)
  return filter
}

private func day(_ day: Int) -> CivilDate? {
  CivilDate(year: 2026, month: 11, day: day)
}

extension CallFilter {
  fileprivate static func random(_ random: inout SplitMix) -> CallFilter {
    var filter = CallFilter()
    func chance() -> Bool { Int.random(in: 0..<4, using: &random) == 0 }
    func text() -> String {
      let words = [
        "олена", "A-1", "missed", "067", "a:b", "two words", "\"", "\\", "=", "from:1", "..", "x,y",
      ]
      return words.randomElement(using: &random) ?? ""
    }
    func rules() -> [SecondsRule] {
      (0..<2).map { _ in
        SecondsRule(
          SecondsRule.Relation.allCases.randomElement(using: &random) ?? .less,
          Int.random(in: 0...999_999, using: &random))
      }
    }
    let periods: [CallPeriod] = [
      .today, .yesterday, .thisMonth, .lastDays(Int.random(in: 1...9999, using: &random)),
      .month(year: Int.random(in: 1...9999, using: &random), month: 2),
      .days(from: day(1), to: nil), .days(from: nil, to: day(3)), .days(from: day(2), to: day(9)),
    ]
    if chance() { filter.period = periods.randomElement(using: &random) }
    filter.types = Set(CallType.allCases.filter { _ in chance() })
    filter.statuses = Set(CallStatus.allCases.filter { _ in chance() })
    filter.isMissed = chance()
    filter.isNotCalledBack = chance()
    filter.isFromNewClient = chance()
    if chance() { filter.hasRecording = chance() }
    if chance() { filter.client = "067 \(text())" }
    if chance() { filter.line = text() }
    if chance() { filter.employee = text() }
    if chance() { filter.order = text() }
    for field in UTMField.allCases where chance() { filter.utm[field] = text() }
    if chance() { filter.talk = rules() }
    if chance() { filter.wait = rules() }
    if chance() { filter.text = "\(text()) \(text())" }
    return filter
  }
}
