import Domain

/// Who of the colleagues is free. Asked for while it is shown, and not otherwise.
struct PresenceList: Equatable, Sendable {
  /// Seconds between two questions.
  static let interval: Int64 = 5

  var logins: OnlineLogins?
  var employees: [Employee] = []
  /// Why there is no answer, in a sentence.
  var problem: String?
  var scroll = 0
  /// When it is asked for again; nil while an answer is waited for.
  var due: Timestamp? = Timestamp(milliseconds: 0)

  enum State {
    case free, talking, away, offline
  }

  /// Those who can be asked something first.
  var rows: [(name: String, login: String, state: State)] {
    let logins = logins ?? OnlineLogins(online: [], at: Timestamp(milliseconds: 0))
    let known = employees.compactMap { employee in
      employee.login.map { (name: employee.name, login: $0, isAway: employee.isAway) }
    }
    let names = Set(known.map { $0.login.lowercased() })
    let others = logins.online.union(logins.speaking).filter { !names.contains($0.lowercased()) }
      .sorted().map { (name: $0, login: $0, isAway: false) }
    let rows = (known + others).map { person in
      (name: person.name, login: person.login, state: logins.state(person.login, person.isAway))
    }
    return [.free, .talking, .away, .offline].flatMap { state in rows.filter { $0.state == state } }
  }
}

extension OnlineLogins {
  fileprivate func state(_ login: String, _ isAway: Bool) -> PresenceList.State {
    // Case is not a difference between logins.
    func has(_ logins: Set<String>) -> Bool {
      logins.contains { $0.lowercased() == login.lowercased() }
    }
    if has(speaking) { return .talking }
    if isAway { return .away }
    return has(online) ? .free : .offline
  }
}

extension ConsoleState {
  var isPresenceShown: Bool {
    if case .presence = layers.last { true } else { false }
  }

  private mutating func updatePresence(_ change: (inout PresenceList) -> Void) {
    for index in layers.indices {
      guard case .presence(var list) = layers[index] else { continue }
      change(&list)
      layers[index] = .presence(list)
    }
  }

  mutating func presenceLoads() -> [Effect] {
    guard case .presence(let list) = layers.last, let due = list.due, due <= now else { return [] }
    updatePresence { $0.due = nil }
    return [.loadPresence]
  }

  mutating func refreshPresence() {
    let (latest, longest) = (now.advanced(bySeconds: PresenceList.interval), now)
    // A clock that was put back must not silence it.
    updatePresence { list in
      if let due = list.due, due > latest { list.due = longest }
    }
  }

  mutating func presenceLoaded(_ logins: OnlineLogins, _ employees: [Employee]) {
    let due = now.advanced(bySeconds: PresenceList.interval)
    updatePresence { list in
      (list.logins, list.employees, list.problem, list.due) = (logins, employees, nil, due)
    }
  }

  mutating func presenceFailed(_ failure: Failure) {
    let (text, due) = (sentence(failure), now.advanced(bySeconds: PresenceList.interval))
    updatePresence { list in (list.problem, list.due) = (text, due) }
  }

  mutating func movePresence(_ action: Action) {
    let view = layout.card.rows - 2
    updatePresence { list in
      list.scroll = scrolled(list.scroll, action, lines: list.rows.count, view: view)
    }
  }

  func draw(_ list: PresenceList, in frame: inout Frame) {
    var lines: [PaneLine] = []
    if let problem = list.problem {
      lines += TextWrap.lines(problem, columns: layout.card.columns - 4).map {
        PaneLine($0, .warning)
      }
    } else if list.logins == nil {
      lines.append(PaneLine(words(.loading), .dim))
    } else if list.rows.isEmpty {
      lines.append(PaneLine(words(.nobodyOnline), .dim))
    }
    if list.logins != nil {
      lines += list.rows.map { row in
        let state = presence(row.state)
        return PaneLine(
          (state.sign + " " + SafeText.fitted(state.text, columns: 12) + " ", state.role),
          (row.name, .plain), (row.name == row.login ? "" : "  " + row.login, .dim))
      }
    }
    frame.card(lines, title: words(.presenceTitle), scroll: list.scroll, in: layout.card)
  }

  /// A sign and a word, so that the meaning does not hang on colour.
  private func presence(_ state: PresenceList.State) -> (sign: String, text: String, role: Role) {
    switch state {
    case .free: ("●", words(.presenceFree), .success)
    case .talking: ("☎", words(.presenceTalking), .talking)
    case .away: ("○", words(.presenceAway), .warning)
    case .offline: ("–", words(.presenceOffline), .dim)
    }
  }
}
