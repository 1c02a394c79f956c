import Domain

extension ConsoleState {
  /// Who has to be called back, the longest waiting first.
  func drawCallBack(in frame: inout Frame) {
    let entry = callBack.list.selected
    draw(
      callBack.list, title: .callBack,
      columns: { ListColumn.fit(callBackColumns, in: $0, words: words) },
      empty: [PaneLine(words(.nobodyWaits), .success)],
      content: { pane, columns in
        let room = PaneLine.room(in: columns)
        let lines =
          switch pane {
          case .call: entry.map(callBackLines) ?? []
          case .contact: entry.map { contactLines(of: $0, columns: room) } ?? []
          case .order:
            selectedOrder.map { wholeOrderLines($0, columns: room) } ?? [
              PaneLine(words(.noOpenOrder), .dim)
            ]
          }
        let title =
          pane == .call ? words(.callBack) : self.title(of: pane, order: entry?.order?.number)
        return PaneContent(title: title, lines: lines)
      }, in: &frame)
  }

  private func contactLines(of entry: CallBackEntry, columns: Int) -> [PaneLine] {
    if let contact = entry.contact {
      return wholeContactLines(contact.id, name: wording.name(contact), columns: columns)
    }
    return selectedCall.map { contactLines(of: $0, columns: columns) }
      ?? [PaneLine(wording.number(entry.number), .strong)]
  }

  /// The whole row: what a narrow list has no room for stands here.
  private func callBackLines(_ entry: CallBackEntry) -> [PaneLine] {
    let owed = entry.callBack
    var facts: [(label: Phrase, value: String)] = [
      (.columnWaitingSince, wording.dateTime(owed.firstMissStart)),
      (.columnMisses, String(owed.misses)),
      (.columnLastMiss, wording.dateTime(owed.lastMissStart)),
      (.columnLongestWait, wording.duration(Int64(owed.longestWait))),
      (.columnTries, String(owed.attempts)),
      (.columnTriedBy, owed.lastAttemptBy ?? "—"),
      (.columnOrder, entry.order?.number ?? "—"),
    ]
    if let note = entry.note { facts.append((.fieldNote, note)) }
    let labels = facts.map { DisplayWidth.of(words($0.label)) }.max() ?? 0
    return [PaneLine(wording.number(entry.number), .strong)]
      + facts.map { fact in
        PaneLine(
          (SafeText.fitted(words(fact.label), columns: labels) + "  ", .label),
          (fact.value, .value))
      }
  }

  private var callBackColumns: [ListColumn<CallBackEntry>] {
    let wording = wording
    return [
      ListColumn(
        title: .columnClient, width: ColumnWidth(least: 17, ideal: 20, stretches: true), rank: 0
      ) { entry, columns in
        entry.contact.map { (wording.name($0), .plain) }
          ?? (wording.number(entry.number, columns: columns), .newClient)
      },
      ListColumn(title: .columnWaitingSince, width: ColumnWidth(least: 13, ideal: 13), rank: 1) {
        entry, columns in
        (wording.dateTime(entry.callBack.firstMissStart, columns: columns), .missed)
      },
      ListColumn(
        title: .columnMisses, width: ColumnWidth(least: 6, ideal: 6), rank: 2,
        alignment: .trailing
      ) { entry, _ in (String(entry.callBack.misses), .plain) },
      ListColumn(title: .columnLastMiss, width: ColumnWidth(least: 12, ideal: 12), rank: 4) {
        entry, columns in
        (wording.dateTime(entry.callBack.lastMissStart, columns: columns), .plain)
      },
      ListColumn(
        title: .columnLongestWait, width: ColumnWidth(least: 8, ideal: 8), rank: 7,
        alignment: .trailing
      ) { entry, columns in
        (wording.duration(Int64(entry.callBack.longestWait), columns: columns), .plain)
      },
      ListColumn(
        title: .columnTries, width: ColumnWidth(least: 5, ideal: 5), rank: 3,
        alignment: .trailing
      ) { entry, _ in (String(entry.callBack.attempts), .plain) },
      ListColumn(title: .columnTriedBy, width: ColumnWidth(least: 9, ideal: 14), rank: 6) {
        entry, _ in (entry.callBack.lastAttemptBy ?? "—", .plain)
      },
      ListColumn(title: .columnOrder, width: ColumnWidth(least: 8, ideal: 9), rank: 5) {
        entry, _ in (entry.order?.number ?? "", .plain)
      },
      ListColumn(
        title: .fieldNote, width: ColumnWidth(least: 12, ideal: 16, stretches: true), rank: 8
      ) { entry, _ in (entry.note ?? "", .plain) },
    ]
  }
}
