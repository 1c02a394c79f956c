import Domain

extension ConsoleState {
  /// The contacts: the search in force above the list, the selected one's card beside or below it.
  func drawContacts(in frame: inout Frame) {
    let contact = contacts.list.selected
    let isSearching = contacts.search != nil
    draw(
      contacts.list, title: .contacts, reserved: isSearching ? 1 : 0,
      columns: { ListColumn.fit(contactColumns, in: $0, words: words) },
      empty: [PaneLine(words(isSearching ? .pickerNothing : .noContactsYet), .dim)],
      content: { pane, columns in
        let lines =
          switch pane {
          case .call: latestCallLines(columns: columns)
          case .contact:
            contact.map { wholeContactLines($0.id, name: wording.name($0.reference)) } ?? []
          case .order:
            selectedOrder.map(orderLines) ?? [PaneLine(words(.noOrders), .dim)]
          }
        return PaneContent(title: clientPaneTitle(pane), lines: lines)
      }, in: &frame)
    if isSearching, let box = layout.log { drawSearch(in: box.inset(), of: &frame) }
  }

  private var contactColumns: [ListColumn<Contact>] {
    let wording = wording
    return [
      ListColumn(
        title: .fieldName, width: ColumnWidth(least: 14, ideal: 24, stretches: true), rank: 0
      ) { contact, _ in (wording.name(contact.reference), contact.name == nil ? .dim : .plain) },
      ListColumn(title: .fieldNumber, width: ColumnWidth(least: 17, ideal: 17), rank: 1) {
        contact, columns in
        (contact.numbers.first.map { wording.number($0.number, columns: columns) } ?? "", .plain)
      },
      ListColumn(
        title: .fieldOrganization, width: ColumnWidth(least: 12, ideal: 18, stretches: true),
        rank: 2
      ) { contact, _ in (contact.organizations.joined(separator: ", "), .plain) },
      ListColumn(
        title: .fieldResponsible, width: ColumnWidth(least: 10, ideal: 16), rank: 3
      ) { contact, _ in (contact.responsible ?? "", .plain) },
    ]
  }

  /// `Search  оле                                3 of 340`
  private func drawSearch(in inside: Rect, of frame: inout Frame) {
    guard let search = contacts.search else { return }
    let row = inside.split(top: 1).top.inset(columns: 1, rows: 0)
    var count = ""
    if let found = contacts.list.total, let whole = contacts.wholeTotal {
      count = "  " + words(.ofCount, String(found), String(whole))
    }
    let end = row.endColumn - DisplayWidth.of(count)
    frame.put(count, at: row.position(column: end - row.column), role: .badge)
    let start = frame.put(words(.pickerSearch) + "  ", at: row.origin, role: .fieldLabel)
    let room = max(1, end - start)
    let view = search.view(columns: room)
    let place = Position(column: start, row: row.row)
    frame.put(
      view.text, at: place, width: room, role: contacts.isTyping ? .fieldFocused : .field,
      padded: true)
    if contacts.isTyping, layers.isEmpty {
      frame.cursor = place.moved(columns: min(view.cursor, room - 1))
    }
  }
}
