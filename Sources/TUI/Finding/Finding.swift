import Domain

/// Searching and filtering on the present screen.
extension ConsoleState {
  /// - Parameter text: what to search for at once.
  mutating func beginSearch(_ text: String? = nil) {
    switch screen {
    case .log: log.beginSearch(text)
    case .contacts: contacts.beginSearch(text)
    case .orders: orders.beginSearch(text)
    case .callBack, .statistics, .settings: break
    }
  }

  mutating func keepSearch() {
    switch screen {
    case .log: log.keepSearch()
    case .contacts: contacts.keepSearch()
    case .orders: orders.keepSearch()
    case .callBack, .statistics, .settings: break
    }
  }

  mutating func clearSearch() {
    switch screen {
    case .log: log.clearFilter()
    case .contacts: contacts.clearSearch()
    case .orders: orders.clearSearch()
    case .callBack, .statistics, .settings: break
    }
  }

  mutating func editSearch(_ key: Key) {
    switch screen {
    case .log: log.edit(key)
    case .contacts: contacts.edit(key)
    case .orders: orders.edit(key)
    case .callBack, .statistics, .settings: break
    }
  }

  /// What is pasted while a list has the keys is searched for in it, in the log where the list knows no
  /// search. Of several lines it is the first that says something.
  mutating func searchPasted(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      // What stands for bytes that were no text.
      String(line.filter { $0 != "\u{FFFD}" }).trimmed
    }
    guard let line = lines.first(where: { !$0.isEmpty }) else { return }
    switch screen {
    case .log, .contacts, .orders: break
    case .callBack, .statistics, .settings: show(.log)
    }
    beginSearch(line)
    keepSearch()
  }

  mutating func showLog(_ filter: CallFilter) {
    show(.log)
    log.panes.isPaneInFront = false
    log.show(filter)
  }

  /// `f`: the filter in force, to be changed.
  mutating func openFilterLine() {
    let text = FilterLanguage.text(log.filter)
    openLine("filter", text: text.isEmpty ? "" : text + " ")
  }

  /// A jump is there: says so where it is not quite where it was to go.
  mutating func landed() {
    guard let target = log.takeJump(), let call = log.list.selected else { return }
    let zone = configuration.zone
    let wanted = target.position(in: zone)
    if call.position.precedes(wanted) {
      message = Message(
        text: words(.noCallBefore, wording.dateTime(call.start)), role: .warning)
    } else if zone.date(at: call.start) != target.date {
      message = Message(
        text: words(.noCallOnDay, wording.dateTime(call.start)), role: .warning)
    }
  }
}
