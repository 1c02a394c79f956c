/// The little language of filters: `missed today from:067 talk>60 "olena p"`. Words with a meaning
/// narrow by it, all others are text to be found; quotes make any word text.
public enum FilterLanguage {
  public static func filter(_ text: String) throws(FilterProblem) -> CallFilter {
    var reader = FilterReader()
    for (index, word) in FilterWord.words(in: text).enumerated() {
      do throws(FilterReader.Refusal) {
        try reader.take(word)
      } catch {
        throw FilterProblem(word: word.text, place: index + 1, reason: error.reason)
      }
    }
    return reader.filter
  }

  /// What reads as the same filter. A contact and an instant, which only cards set, have no words.
  public static func text(_ filter: CallFilter) -> String {
    var words: [String] = []
    if filter.isMissed { words.append(FilterFlag.missed.rawValue) }
    if filter.isNotCalledBack { words.append(FilterFlag.notCalledBack.rawValue) }
    if filter.isFromNewClient { words.append(FilterFlag.new.rawValue) }
    if let period = filter.period { words.append(text(period)) }
    let types = CallType.allCases.filter(filter.types.contains).map(\.rawValue)
    let statuses = CallStatus.allCases.filter(filter.statuses.contains).map(\.rawValue)
    if !types.isEmpty { words.append("type:" + types.joined(separator: ",")) }
    if !statuses.isEmpty { words.append("status:" + statuses.joined(separator: ",")) }
    if let has = filter.hasRecording { words.append((has ? "has:" : "no:") + FilterKey.recording) }
    var texts: [(FilterKey, String)] = [
      (.from, filter.client), (.our, filter.line), (.employee, filter.employee),
    ]
    texts += UTMField.allCases.compactMap { field in
      FilterKey(rawValue: field.rawValue).map { ($0, filter.utm[field] ?? "") }
    }
    for (key, value) in texts + [(.order, filter.order)] where !value.isEmpty {
      words.append("\(key.rawValue):\(quoted(value))")
    }
    for (key, rules) in [(FilterKey.talk, filter.talk), (.wait, filter.wait)] {
      words += rules.map { "\(key.rawValue)\($0.relation.rawValue)\($0.seconds)" }
    }
    if !filter.text.isEmpty {
      words.append(plain(filter.text) ?? quoted(filter.text, always: true))
    }
    return words.joined(separator: " ")
  }

  private static func text(_ period: CallPeriod) -> String {
    switch period {
    case .today: FilterFlag.today.rawValue
    case .yesterday: FilterFlag.yesterday.rawValue
    case .lastDays(let count): "last:\(count)"
    case .thisMonth: FilterFlag.month.rawValue
    case .month(let year, let month): "month:\(year.padded(to: 4))-\(month.padded(to: 2))"
    case .days(let from, let to):
      from == to && from != nil
        ? from?.iso8601 ?? "" : "\(from?.iso8601 ?? "")..\(to?.iso8601 ?? "")"
    }
  }

  private static func quoted(_ text: String, always: Bool = false) -> String {
    guard always || text.contains(where: { $0.isWhitespace || "\"\\".contains($0) }) else {
      return text
    }
    return "\"" + text.map { "\"\\".contains($0) ? "\\\($0)" : "\($0)" }.joined() + "\""
  }

  /// The text without quotes, where it then reads as itself.
  private static func plain(_ text: String) -> String? {
    var reader = FilterReader()
    for word in FilterWord.words(in: text) {
      guard !word.isQuoted, word.key == nil, (try? reader.take(word)) != nil else { return nil }
    }
    var read = CallFilter()
    read.text = text
    return reader.filter == read ? text : nil
  }
}
