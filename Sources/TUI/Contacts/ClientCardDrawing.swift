import Domain

extension ConsoleState {
  func draw(_ card: ClientCard, in frame: inout Frame) {
    draw(card, title: words(.contact), calls: (.calls, .noCalls), in: &frame)
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

  /// A pane of a screen whose rows are not calls.
  /// - Parameter order: what the pane "Order" says in so many columns.
  func clientPane(
    _ pane: Pane, of contact: ContactReference?, columns: Int, order: (Int) -> [PaneLine]
  ) -> PaneContent {
    let room = PaneLine.room(in: columns)
    let lines: [PaneLine] =
      switch pane {
      case .call: latestCallLines(columns: columns)
      case .contact:
        contact.map { wholeContactLines($0.id, name: wording.name($0), columns: room) } ?? []
      case .order: order(room)
      }
    return PaneContent(title: clientPaneTitle(pane), lines: lines)
  }

  private func clientPaneTitle(_ pane: Pane) -> String {
    pane == .call ? words(.calls) : title(of: pane, order: selectedOrder?.number)
  }
}
