import Domain

extension ConsoleState {
  func draw(_ card: ClientCard, in frame: inout Frame) {
    let layout = layout(of: card)
    let tab = card.tab(in: layout)
    frame.clear(self.layout.card)
    let isOnTop = layers.last == .client(card)
    if layout.showsBoth || tab == .details {
      frame.pane(
        clientCardLines(card.id), title: words(.contact), in: layout.details,
        scroll: card.scroll, isFocused: isOnTop && tab == .details, flows: layout.showsBoth)
    }
    frame.cursor = layout.details.position(column: 2, row: 1)
    let wording = wording
    switch tab {
    case .details: break
    case .calls:
      draw(
        card.calls, title: clientCardTitle(.calls, card), empty: .noCalls, in: layout.list,
        of: &frame
      ) { room in
        LogColumn.fit(in: room, words: words).map { $0.column.drawn(wording, width: $0.width) }
      }
    case .orders:
      draw(
        card.orders, title: clientCardTitle(.orders, card), empty: .noOrders, in: layout.list,
        of: &frame
      ) {
        ListColumn.fit(orderColumns, in: $0, words: words)
      }
    case .history:
      draw(
        card.history, title: clientCardTitle(.history, card), empty: .noHistory, in: layout.list,
        of: &frame
      ) {
        ListColumn.fit(historyColumns, in: $0, words: words)
      }
    }
  }

  /// A list in a card.
  func draw<Row: ListRow>(
    _ list: KeyedList<Row>, title: String, empty: Phrase, divider: ListDivider<Row>? = nil,
    in box: Rect, of frame: inout Frame, columns: (Int) -> [TableColumn<Row>]
  ) {
    frame.box(
      box, title: title, role: .borderFocused, titleRole: .paneTitleFocused, joined: true)
    let inside = box.inset()
    guard list.isEmpty else {
      frame.table(
        list, columns: columns(inside.columns - 2), divider: divider, in: inside, isFocused: true)
      return
    }
    frame.lines([PaneLine(words(empty), .dim)], in: inside.inset(columns: 1, rows: 0))
    frame.cursor = inside.position(column: 1)
  }

  /// `Calls 14`
  private func clientCardTitle(_ tab: ClientCard.Tab, _ card: ClientCard) -> String {
    let (phrase, total): (Phrase, Int?) =
      switch tab {
      case .details, .calls: (.calls, card.calls.total)
      case .orders: (.orders, card.orders.total)
      case .history: (.history, card.history.total)
      }
    return words(phrase) + (total.map { " \($0)" } ?? "")
  }

  // MARK: The panes of a client's latest calls

  /// What stands in the pane "Call" of a screen whose rows are not calls.
  func latestCallLines(columns: Int) -> [PaneLine] {
    guard let calls = latestCalls.value else { return [PaneLine(words(.loading), .dim)] }
    if calls.isEmpty { return [PaneLine(words(.noCalls), .dim)] }
    let wording = wording
    return calls.map { call in
      let status = wording.status(call)
      return PaneLine(
        (SafeText.fitted(wording.dateTime(call.start, columns: 11), columns: 11), .value),
        (" " + SafeText.fitted(wording.type(call.type), columns: 6), .plain),
        (" " + wording.statusWithDuration(call), status.role),
        (call.talk.map { $0 > 0 ? " " + wording.talk(call, columns: 8) : "" } ?? "", .plain),
        (call.recording == nil ? "" : " " + wording.recordingSign(call).text, .link))
    }
  }

  func clientPaneTitle(_ pane: Pane) -> String {
    pane == .call ? words(.calls) : title(of: pane, order: selectedOrder?.number)
  }
}
