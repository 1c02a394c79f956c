import Domain

/// The first two lines of every screen.
extension ConsoleState {
  /// ` Carbook   1 Call Log  2 Contacts …   ● :8080   14:32`, with shorter tabs where room is
  /// scarce: short names, then the present screen's name only.
  func drawHeader(in frame: inout Frame) {
    let row = layout.header
    frame.fill(row, role: .title)
    let clock = wording.clock(now)
    let listener = offMark(listenerMark)
    let mouse = isMouseOn ? words(.mouseMark) + "   " : ""
    let right = "\(mouse)\(listener.text)   \(clock) "
    let rightWidth = DisplayWidth.of(right)
    let start = row.endColumn - rightWidth
    let markStart = frame.put(mouse, at: row.position(column: start), role: .titleInfo)
    frame.put(listener.text, at: row.position(column: markStart), role: listener.role)
    frame.put(
      clock + " ", at: row.position(column: row.endColumn - clock.count - 1), role: .titleInfo)

    let variants: [(name: String, gap: Int, labels: TabLabels)] = [
      (" Carbook   ", 2, .long), (" Carbook  ", 2, .short), (" ", 2, .short), (" ", 1, .short),
      (" ", 1, .present), (" ", 1, .none),
    ]
    for (index, variant) in variants.enumerated() {
      let tabs = Screen.allCases.map { ($0, tab($0, variant.labels)) }
      let width =
        DisplayWidth.of(variant.name)
        + tabs.map { DisplayWidth.of($0.1) + variant.gap }.reduce(0, +)
      guard width <= start || index == variants.count - 1 else { continue }
      var column = frame.put(variant.name, at: row.origin, width: start, role: .title)
      for (tab, text) in tabs {
        if keyContext.isScreen {
          frame.answerClicks(
            in: Rect(column: column, row: row.row, columns: DisplayWidth.of(text), rows: 1),
            .perform(.show(tab)))
        }
        column =
          frame.put(
            text, at: row.position(column: column), width: max(0, start - column - 1),
            role: tab == screen ? .tabActive : .tab) + variant.gap
      }
      return
    }
  }

  /// Which tabs have their names, and how long ones.
  private enum TabLabels { case long, short, present, none }

  private func tab(_ tab: Screen, _ labels: TabLabels) -> String {
    let label =
      switch labels {
      case .long: words(tab.title)
      case .short: words(tab.shortTitle)
      case .present: tab == screen ? words(tab.shortTitle) : ""
      case .none: ""
      }
    let count = tab == .callBack && callBackCount > 0 ? wording.count(callBackCount) : ""
    // Without a name, "4:3" would be read as one number but for the sign between.
    if label.isEmpty { return "\(tab.rawValue)" + (count.isEmpty ? "" : "·" + count) }
    return "\(tab.rawValue) " + label + (count.isEmpty ? "" : " " + count)
  }

  /// A sign and a word, so that the meaning does not hang on colour.
  private var listenerMark: (text: String, role: Role) {
    switch listener {
    case .listening(let address): mark("●", ConsoleState.port(address), .success)
    case .other(_, let user, let address):
      mark("○", "\(user) \(ConsoleState.port(address))", .titleInfo)
    case .waiting(let address): mark("…", ConsoleState.port(address), .warning)
    case .off: mark("–", words(.listenerOff), .titleInfo)
    case .failed: mark("!", words(.listenerFailed), .error)
    }
  }

  /// That some integration's deliveries make no calls.
  private func offMark(_ mark: (text: String, role: Role)) -> (text: String, role: Role) {
    let off = settings.switchedOff.count
    guard off > 0 else { return mark }
    let count = off == settings.integrations?.count ? "" : "\(off)"
    return ("\(mark.text) \(count)\(words(.headerOff))", mark.role == .error ? .error : .warning)
  }

  /// Whoever listens, calls that are kept in a file are to be seen on every console; and so is a
  /// provider that takes nothing from us: a question may stand where that would be said.
  private func mark(_ sign: String, _ word: String, _ role: Role) -> (text: String, role: Role) {
    (spool.trouble == nil && !isProviderStopped) || role == .error
      ? ("\(sign) \(word)", role) : ("! \(word)", .warning)
  }

  /// `:8080` of `127.0.0.1:8080`.
  private static func port(_ address: String) -> String {
    address.lastIndex(of: ":").map { String(address[$0...]) } ?? address
  }

  /// What is played stands in place of the figures.
  /// ` today 48 · answered 39 · missed 6 · to call back 3     missed, 7 days, "050"   12/340`
  func drawFigures(in frame: inout Frame) {
    let row = layout.figures
    frame.fill(row, role: .statusLine)
    let wording = wording
    // The least important goes first where there is no room for all.
    let figures = [
      words(.today, wording.count(self.figures.total)),
      words(.answeredToday, wording.count(self.figures.answered)),
      words(.missedToday, wording.count(self.figures.missed)),
      words(.toCallBack, wording.count(callBackCount)),
    ]
    let sets = [[0, 1, 2, 3], [0, 2, 3], [2, 3], [3]].lazy.map { set in
      " " + set.map { figures[$0] }.joined(separator: " · ")
    }
    let place = " " + listPosition + " "
    let placeStart = row.endColumn - DisplayWidth.of(place)
    let isBehind = screen == .log && log.list.news.count > 0
    frame.put(
      place, at: row.position(column: placeStart), role: isBehind ? .badge : .statusLine)
    var start = placeStart
    let filter = screen == .log && !log.filter.isEmpty ? wording.filter(log.filter) : ""
    if !filter.isEmpty {
      let least = playbackLine(columns: 0) ?? sets.last ?? ""
      let room = placeStart - DisplayWidth.of(least) - 4
      let width = min(DisplayWidth.of(filter), max(8, room))
      start = placeStart - width - 2
      frame.put(filter, at: row.position(column: start), width: width, role: .badge)
      start -= 2
    }
    let text =
      playbackLine(columns: start - 1) ?? sets.first { DisplayWidth.of($0) <= start } ?? sets.last
    frame.put(text ?? "", at: row.origin, width: max(0, start), role: .statusLine)
  }

  /// Whether the list follows, what is new, and where in it the selection is.
  private var listPosition: String {
    switch screen {
    case .log:
      // Found or sorted calls may take a moment.
      if log.list.total == nil, log.list.rows.isEmpty, log.isNarrowedOrSorted { return "…" }
      let place = place(in: log.list) + (log.list.isGrowing ? " …" : "")
      let news = log.list.news.count
      if news > 0 {
        return words(.newRows, news < NewRows<Call>.limit ? "\(news)" : "\(news)+") + "  " + place
      }
      // A list in which calls are left out is not the live log.
      let isLive = log.list.isFollowing && log.filter.isEmpty && log.list.total != nil
      if isLive { return words(.live) + "  " + place }
      guard !log.filter.isEmpty, log.list.total != nil, let whole = log.wholeTotal.value else {
        return place
      }
      return words(.ofCount, place, wording.count(whole))
    case .contacts: return self.place(in: contacts.list)
    case .orders: return self.place(in: orders.list)
    case .callBack: return self.place(in: callBack.list)
    case .settings where settings.page == .outbox: return self.place(in: outbox.list)
    case .statistics, .settings: return ""
    }
  }

  /// `12/340` (in the log `3/12 of 340` where others are left out); `12/…` while it is counted, `340` where the place is not known.
  private func place<Row>(in list: KeyedList<Row>) -> String {
    let rank = list.rank.map { wording.count($0) + "/" }
    return (rank ?? "") + (list.total.map(wording.count) ?? (rank == nil ? "" : "…"))
  }
}
