/// Takes the words of a filter one after the other.
struct FilterReader {
  struct Refusal: Error {
    let reason: FilterProblem.Reason
  }

  private(set) var filter = CallFilter()
  /// Keys that can be said once only.
  private var said: Set<FilterKey> = []

  mutating func take(_ word: FilterWord) throws(Refusal) {
    if let name = word.key {
      guard let key = FilterKey(name) else {
        throw Refusal(reason: .unknownKey(nearest: FilterCompletion.nearest(to: name)))
      }
      return try set(key, word)
    }
    if !word.isQuoted {
      if let flag = FilterFlag(word.value) { return try set(flag) }
      if let period = try FilterReader.days(word.value) { return try set(period) }
    }
    filter.text += filter.text.isEmpty ? word.value : " " + word.value
  }

  private mutating func set(_ flag: FilterFlag) throws(Refusal) {
    switch flag {
    case .today: try set(CallPeriod.today)
    case .yesterday: try set(CallPeriod.yesterday)
    case .month: try set(CallPeriod.thisMonth)
    case .missed: filter.isMissed = true
    case .notCalledBack: filter.isNotCalledBack = true
    case .new: filter.isFromNewClient = true
    }
  }

  private mutating func set(_ period: CallPeriod) throws(Refusal) {
    guard filter.period == nil else { throw Refusal(reason: .repeated) }
    filter.period = period
  }

  private mutating func set(_ key: FilterKey, _ word: FilterWord) throws(Refusal) {
    let value = word.value
    guard !value.isEmpty else { throw Refusal(reason: .missingValue(key)) }
    let bad = Refusal(reason: .badValue(value, allowed: key.values))
    // Only seconds can be compared.
    guard word.relation == nil || key.values == .seconds else { throw bad }
    switch key {
    case .type: filter.types.formUnion(try words(value, CallType.init(rawValue:), bad: key))
    case .status: filter.statuses.formUnion(try words(value, CallStatus.init(rawValue:), bad: key))
    case .has, .no:
      _ = try words(value, { $0 == FilterKey.recording ? $0 : nil }, bad: key)
      guard filter.hasRecording ?? (key == .has) == (key == .has) else {
        throw Refusal(reason: .repeated)
      }
      filter.hasRecording = key == .has
    case .talk, .wait:
      guard let seconds = FilterReader.number(value, 0...999_999) else { throw bad }
      let rule = SecondsRule(word.relation ?? .equal, seconds)
      if key == .talk { filter.talk.append(rule) } else { filter.wait.append(rule) }
    case .last:
      guard let count = FilterReader.number(value, 1...9999) else { throw bad }
      try set(.lastDays(count))
    case .month:
      guard let first = FilterReader.date(value + "-01") else { throw bad }
      try set(.month(year: first.year, month: first.month))
    case .from:
      guard value.contains(where: \.isASCIIDigit) else { throw bad }
      try once(key) { $0.client = value }
    case .our: try once(key) { $0.line = value }
    case .employee: try once(key) { $0.employee = value }
    case .order: try once(key) { $0.order = value }
    case .source, .medium, .campaign, .content, .term:
      guard let field = UTMField(rawValue: key.rawValue) else { return }
      try once(key) { $0.utm[field] = value }
    }
  }

  private mutating func once(
    _ key: FilterKey, _ change: (inout CallFilter) -> Void
  ) throws(Refusal) {
    guard said.insert(key).inserted else { throw Refusal(reason: .repeated) }
    change(&filter)
  }

  /// Values with commas between.
  private func words<Value>(
    _ text: String, _ value: (String) -> Value?, bad key: FilterKey
  ) throws(Refusal) -> [Value] {
    var values: [Value] = []
    for part in text.lowercased().split(separator: ",", omittingEmptySubsequences: false) {
      let word = FilterKey.ukrainianValues[String(part)] ?? String(part)
      guard let value = value(word) else {
        throw Refusal(reason: .badValue(String(part), allowed: key.values))
      }
      values.append(value)
    }
    return values
  }

  /// `2026-11-01`, `2026-11-01..2026-11-20`, `2026-11-01..`, `..2026-11-20`; nil for what does not
  /// look like that.
  private static func days(_ text: String) throws(Refusal) -> CallPeriod? {
    let isDays = { (part: Substring) in
      part.split(separator: "-", omittingEmptySubsequences: false).map(\.count) == [4, 2, 2]
        && part.allSatisfy { $0.isASCIIDigit || $0 == "-" }
    }
    let bad = Refusal(reason: .badValue(text, allowed: .dates))
    guard let dots = text.firstRange(of: "..") else {
      guard isDays(text[...]) else { return nil }
      guard let day = date(text) else { throw bad }
      return .days(from: day, to: day)
    }
    let ends = [text[..<dots.lowerBound], text[dots.upperBound...]]
    guard ends.contains(where: isDays) else { return nil }
    let dates = ends.map { date(String($0)) }
    for (end, date) in zip(ends, dates) where date == nil && !end.isEmpty { throw bad }
    if let from = dates[0], let to = dates[1], to < from { throw bad }
    return .days(from: dates[0], to: dates[1])
  }

  private static func date(_ text: String) -> CivilDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { number(String($0), 0...9999) }
    return numbers.count == 3
      ? CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) : nil
  }

  /// Digits alone: `Int` would read "+5".
  private static func number(_ text: String, _ range: ClosedRange<Int>) -> Int? {
    guard text.allSatisfy(\.isASCIIDigit), let number = Int(text), range.contains(number) else {
      return nil
    }
    return number
  }
}
