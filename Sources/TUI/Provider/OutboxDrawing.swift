import Domain

extension ConsoleState {
  func drawOutbox(in frame: inout Frame) {
    frame.pane([], title: settingsTitle, in: layout.body, isFocused: layers.isEmpty)
    let inside = layout.body.inset()
    frame.cursor = inside.origin
    // Sentences are read whole: of the selected push, and of the provider.
    let said = (outbox.list.selected.flatMap(reason) ?? []) + statusLines
    let lines = said.flatMap { line in
      TextWrap.lines(line.text, columns: inside.columns - 2).map { PaneLine(" " + $0, line.role) }
    }
    let (top, bottom) = inside.split(bottom: min(lines.count, max(0, inside.rows - 3)))
    frame.lines(lines, in: bottom)
    guard outbox.list.total != 0 else {
      frame.lines([PaneLine(" " + words(.outboxEmpty), .success)], in: top)
      return
    }
    let columns = ListColumn.fit(outboxColumns, in: top.columns - 2, words: words)
    frame.table(outbox.list, columns: columns, in: top, isFocused: layers.isEmpty)
  }

  private func reason(_ item: OutboxItem) -> [(text: String, role: Role)]? {
    item.problem.map { [(words.sentence($0), .warning)] }
  }

  /// How it stands with each integration.
  private var statusLines: [(text: String, role: Role)] {
    provider.flatMap { status -> [(text: String, role: Role)] in
      guard status.isReady else { return [(words(.integrationNotReady, status.name), .dim)] }
      let troubles = status.troubles.map { trouble in
        (text: "\(status.name): \(sentence(trouble))", role: Role.warning)
      }
      let complete = status.complete.map { wording.dateTime($0) } ?? "—"
      let done = (text: words(.completeUntil, status.name, complete), role: Role.dim)
      return troubles.isEmpty ? [done] : troubles
    }
  }

  private var outboxColumns: [ListColumn<OutboxItem>] {
    let (words, wording) = (words, wording)
    return [
      ListColumn(
        title: .columnPush, width: ColumnWidth(least: 16, ideal: 26, stretches: true), rank: 0
      ) { item, columns in
        let name = item.name ?? item.number.map { wording.number($0, columns: columns) }
        return (name ?? words(.unnamed), item.name == nil ? .newClient : .plain)
      },
      ListColumn(title: .columnKind, width: ColumnWidth(least: 12, ideal: 14), rank: 2) {
        item, _ in
        switch item.subject {
        case .contact: (words(.pushContact), .plain)
        case .organization: (words(.pushOrganization), .plain)
        case .number: (words(.newClient), .newClient)
        }
      },
      ListColumn(title: .columnQueued, width: ColumnWidth(least: 13, ideal: 13), rank: 3) {
        item, columns in (wording.dateTime(item.queued, columns: columns), .dim)
      },
      ListColumn(
        title: .columnPushState, width: ColumnWidth(least: 10, ideal: 40, stretches: true), rank: 1
      ) { item, _ in
        item.problem.map { (words.sentence($0), .warning) } ?? (words(.pushWaits), .dim)
      },
    ]
  }
}
