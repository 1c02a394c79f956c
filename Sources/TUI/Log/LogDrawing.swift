import Domain

extension ConsoleState {
  /// The Call Log: list and panes, or what to do with an empty store.
  func drawLog(in frame: inout Frame) {
    let wording = wording
    let call = log.list.selected
    let columns = shownColumns
    draw(
      log.list, title: .callLog, reserved: log.search.isTyping ? 1 : 0,
      columns: { _ in
        columns.map { $0.column.drawn(wording, width: $0.width, sort: logSort) }
      },
      empty: log.filter.isEmpty
        ? [
          words(.emptyProvider, configuration.linksCommand), words(.emptyDemo), words(.emptyHelp),
        ].flatMap { wrapped($0, columns: (layout.log?.columns ?? size.columns) - 4) }
        : [PaneLine(words(.nothingFound), .dim)],
      content: { pane, columns in
        let box = layout.panes.first { $0.pane == pane }?.box
        let rows = box.map { $0.rows - 2 } ?? 0
        let lines =
          switch pane {
          case .call: callLines(call, columns: columns, rows: rows)
          case .contact: contactLines(of: call, columns: PaneLine.room(in: columns))
          case .order: orderLines(of: call, columns: PaneLine.room(in: columns))
          }
        return PaneContent(title: title(of: pane, order: call?.order?.number), lines: lines)
      }, in: &frame)
    if let box = layout.log {
      draw(log.search, found: nil, of: nil, in: box.inset(), of: &frame)
    }
    drawSortMark(beside: columns.map(\.column), in: &frame)
  }

  /// What the log is sorted by, in its border, where there is no room for that column.
  private func drawSortMark(beside columns: [LogColumn], in frame: inout Frame) {
    guard let box = layout.log, !columns.contains(where: { $0.sortKey == logSort.key }),
      let column = LogColumn.allCases.first(where: { $0.sortKey == logSort.key })
    else { return }
    let text = " \(words(column.name)) \(logSort.mark) "
    frame.put(
      text, at: box.position(column: box.columns - DisplayWidth.of(text) - 2), role: .paneTitle)
  }
}
