import Domain

/// A call as a CRM's card names it, and where the caller was sent.
extension ConsoleState {
  func activityLines(_ activity: CallActivity, of call: Call, columns: Int) -> [PaneLine] {
    let regarding = activity.regarding.map { text(.contact($0), of: call) }
    let facts = [
      fact(.factCallFrom, activity.from.map { text($0, of: call) }, role(activity.from)),
      fact(.factCallTo, activity.to.map { text($0, of: call) }, role(activity.to)),
      fact(.factPhoneNumber, activity.number.map { wording.number($0) }),
      fact(.factDirection, activity.direction.map { words($0.phrase) }),
      fact(.factRegarding, regarding),
    ].compactMap { $0 }
    let keys = [
      activity.regarding.map { words($0.name == nil ? .keyNames : .keyContact) },
      activity.employee.map { _ in words(.keyEmployee) },
    ].compactMap { $0 }
    return factLines(facts, columns: columns)
      + (keys.isEmpty ? [] : [PaneLine(keys.joined(separator: " · "), .dim)])
  }

  /// One line for each answer: `14:31:50 to Петро (petrenko): he is responsible for the client`.
  func routeLines(_ routes: [CallRoute], columns: Int) -> [PaneLine] {
    routes.flatMap { route -> [PaneLine] in
      let answer = route.answer
      let destination = answer.destination.map(SafeText.clean) ?? words(.routedNowhere)
      let there = route.employee.map { "\($0) (\(destination))" } ?? destination
      let sentence = words(
        .routedTo, wording.dateTimeWithSeconds(answer.at), there, words(answer.reason.sentence))
      return TextWrap.lines(sentence, columns: columns).map { PaneLine($0) }
    }
  }

  /// `U`: the employee of the call, among his colleagues.
  mutating func openEmployeeOfCall() {
    guard let employee = employeeOfCall else { return }
    layers.removeAll()
    show(.employees)
    settings.employee = employee.id
  }

  var employeeOfCall: Employee? {
    guard let call = currentCall, story.id == call.id else { return nil }
    return story.value?.activity?.employee
  }

  private func text(_ party: CallActivity.Party, of call: Call) -> String {
    switch party {
    case .contact(let contact): contact.name ?? "\(words(.unnamed)) \(wording.number(call.client))"
    case .number(let number): wording.number(number)
    case .employee(let employee): employee.isSystem ? words(.systemUser) : employee.name
    case .user(let name): name
    }
  }

  private func role(_ party: CallActivity.Party?) -> Role {
    if case .contact = party { .strong } else { .value }
  }
}

extension CallActivity.Direction {
  fileprivate var phrase: Phrase {
    switch self {
    case .incoming: .directionIncoming
    case .outgoing: .directionOutgoing
    }
  }
}

extension RouteReason {
  /// Why the caller was sent there, as the end of a sentence.
  var sentence: Phrase {
    switch self {
    case .responsible: .becauseResponsible
    case .lastTalked: .becauseLast
    case .openOrder: .becauseOrder
    case .open: .becauseOpen
    case .closed: .becauseClosed
    case .fallback: .becauseDefault
    case .late: .becauseLate
    case .nobody: .becauseNobody
    case .off: .becauseOff
    }
  }
}
