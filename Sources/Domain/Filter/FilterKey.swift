/// What stands before the colon in a filter: `from:067`.
public enum FilterKey: String, CaseIterable, Sendable {
  case type
  case status
  case has
  case no
  case from
  case our
  case employee
  case source
  case medium
  case campaign
  case content
  case term
  case order
  case talk
  case wait
  case last
  case month

  /// What may stand behind the colon.
  public enum Values: Hashable, Sendable {
    /// One of these, or several separated by commas.
    case words([String])
    /// A whole number, 0...999999.
    case seconds
    /// A whole number, 1...9999.
    case days
    /// `2026-10`
    case month
    /// `2026-10-31`, or two of them with `..` between.
    case dates
    case digits
    case text
  }

  public var values: Values {
    switch self {
    case .type: .words(CallType.allCases.map(\.rawValue))
    case .status: .words(CallStatus.allCases.map(\.rawValue))
    case .has, .no: .words([FilterKey.recording])
    case .from: .digits
    case .our, .employee, .source, .medium, .campaign, .content, .term, .order: .text
    case .talk, .wait: .seconds
    case .last: .days
    case .month: .month
    }
  }

  static let recording = "recording"

  /// In any language and case.
  init?(_ word: String) {
    let word = word.lowercased()
    guard let key = FilterKey(rawValue: word) ?? FilterKey.ukrainian[word] else { return nil }
    self = key
  }

  static let ukrainian: [String: FilterKey] = [
    "тип": .type, "статус": .status, "є": .has, "без": .no, "від": .from, "наш": .our,
    "співробітник": .employee, "джерело": .source, "канал": .medium, "кампанія": .campaign,
    "зміст": .content, "слово": .term, "замовлення": .order, "розмова": .talk, "чекав": .wait,
    "останні": .last, "місяць": .month,
  ]

  /// Ukrainian words for the values of `words`.
  static let ukrainianValues: [String: String] = [
    "вх": "in", "вхідні": "in", "вих": "out", "вихідні": "out", "зв": "callback",
    "зворотні": "callback", "вн": "internal", "внутрішні": "internal",
    "дзвонить": "ringing", "розмова": "talking", "відповіли": "answered",
    "пропущено": "missed", "недодзвонились": "not-reached", "зайнято": "busy", "збій": "failed",
    "відхилено": "refused", "автовідповідач": "voicemail", "невідомо": "unknown",
    "інше": "other", "незрозуміло": "not-understood", "запис": "recording",
    "запису": "recording",
  ]
}

/// A word of a filter that needs no value.
public enum FilterFlag: String, CaseIterable, Sendable {
  case today
  case yesterday
  /// This month.
  case month
  case missed
  case notCalledBack = "notcalledback"
  case new

  /// In any language and case.
  init?(_ word: String) {
    let word = word.lowercased()
    guard let flag = FilterFlag(rawValue: word) ?? FilterFlag.ukrainian[word] else { return nil }
    self = flag
  }

  static let ukrainian: [String: FilterFlag] = [
    "сьогодні": .today, "вчора": .yesterday, "місяць": .month, "пропущені": .missed,
    "непередзвонені": .notCalledBack, "нові": .new,
  ]
}
