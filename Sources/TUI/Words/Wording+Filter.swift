import Domain

/// Filters in the user's words.
extension Wording {
  /// `missed, 7 days, from:067, "050"`; empty where nothing is left out.
  func filter(_ filter: CallFilter) -> String {
    var parts: [String] = []
    if filter.isMissed { parts.append(words(.missed).lowercased()) }
    if filter.isNotCalledBack { parts.append(words(.filterNotCalledBack)) }
    if filter.isFromNewClient { parts.append(words(.filterNew)) }
    if let period = filter.period { parts.append(self.period(period)) }
    let types = CallType.allCases.filter(filter.types.contains).map(type)
    let statuses = CallStatus.allCases.filter(filter.statuses.contains).map {
      status($0).text.lowercased()
    }
    parts += [types, statuses].filter { !$0.isEmpty }.map { alternatives($0) }
    if let isRecorded = filter.hasRecording {
      parts.append(words(isRecorded ? .filterRecorded : .filterNotRecorded))
    }
    // The rest has no shorter words than the language's own.
    var rest = CallFilter()
    (rest.employee, rest.utm, rest.line) = (filter.employee, filter.utm, filter.line)
    (rest.client, rest.talk, rest.wait) = (filter.client, filter.talk, filter.wait)
    rest.order = filter.order
    parts.append(FilterLanguage.text(rest))
    if !filter.text.isEmpty { parts.append("\"\(filter.text)\"") }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func alternatives(_ texts: [String]) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return words(.filterAlso, texts.dropLast().joined(separator: ", "), last)
  }

  private func period(_ period: CallPeriod) -> String {
    switch period {
    case .today: words(.todayDate)
    case .yesterday: words(.yesterday)
    case .lastDays(let count): words(.filterDays, String(count))
    case .thisMonth: words(.filterThisMonth)
    case .month(let year, let month): "\(words.month(month)) \(year)"
    case .days(let from, let to) where from == to: from.map(whole) ?? ""
    case .days(let from?, let to?): "\(whole(from))–\(whole(to))"
    case .days(let from?, nil): words(.filterSince, whole(from))
    case .days(nil, let to): words(.filterUntil, to.map(whole) ?? "")
    }
  }

  private func whole(_ date: CivilDate) -> String {
    let isThisYear = zone.date(at: now).year == date.year
    return isThisYear ? day(date) : "\(day(date)) \(date.year)"
  }

  /// Why a filter cannot be read.
  func sentence(_ problem: FilterProblem) -> String {
    switch problem.reason {
    case .unknownKey(nil): words(.unknownKey, problem.word)
    case .unknownKey(let nearest?): words(.unknownKeyNearest, problem.word, nearest)
    case .missingValue: words(.missingValue, problem.word)
    case .repeated: words(.repeatedWord, problem.word)
    case .badValue(let value, let allowed):
      switch allowed {
      case .words(let all): words(.badWords, value, all.joined(separator: ", "))
      case .seconds: words(.badSeconds, value)
      case .days: words(.badDays, value)
      case .month: words(.badMonth, value)
      case .dates: words(.badDates, value)
      case .digits: words(.badDigits, value)
      case .text: words(.badText, value)
      }
    }
  }
}
