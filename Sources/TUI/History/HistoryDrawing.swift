import Domain

/// One change on the whole screen, with all that it changed.
struct EntryView: Equatable, Sendable {
  let entry: HistoryEntry
  /// Lines scrolled away at the top.
  var scroll = 0
}

extension ConsoleState {
  /// What a list of changes shows: when, who, what.
  var historyColumns: [ListColumn<HistoryEntry>] {
    let wording = wording
    return [
      ListColumn(title: .columnDate, width: ColumnWidth(least: 11, ideal: 12), rank: 0) {
        entry, columns in (wording.dateTime(entry.at, columns: columns), .plain)
      },
      ListColumn(title: .historyWho, width: ColumnWidth(least: 7, ideal: 10), rank: 1) {
        entry, _ in (entry.actor, .plain)
      },
      ListColumn(
        title: .historyWhat, width: ColumnWidth(least: 12, ideal: 20, stretches: true), rank: 0
      ) { entry, _ in
        let changes = entry.changes.map(wording.change).joined(separator: "; ")
        let deed = wording.deed(entry)
        return (changes.isEmpty ? deed : "\(deed) · \(changes)", .plain)
      },
    ]
  }

  func draw(_ view: EntryView, in frame: inout Frame) {
    frame.card(
      entryLines(view.entry), title: words(.history), scroll: view.scroll, in: layout.card)
  }

  func entryLines(_ entry: HistoryEntry) -> [PaneLine] {
    let columns = layout.card.columns - 4
    var lines = [
      PaneLine(wording.deed(entry), .strong),
      PaneLine(words(.historyBy, wording.dateTime(entry.at), entry.actor), .dim),
    ]
    if let title = entry.title { lines.append(PaneLine(title, .value)) }
    return lines
      + entry.changes.flatMap {
        TextWrap.lines(wording.change($0), columns: columns).map { PaneLine($0) }
      }
  }

  mutating func scrollEntry(_ action: Action) {
    guard case .entry(var view) = layers.last else { return }
    view.scroll = scrolled(
      view.scroll, action, lines: entryLines(view.entry).count, view: layout.card.rows - 2)
    layers[layers.count - 1] = .entry(view)
  }
}
