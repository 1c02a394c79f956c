import Domain

extension ConsoleState {
  /// The contacts: the search in force above the list, the selected one's card beside or below it.
  func drawContacts(in frame: inout Frame) {
    let contact = contacts.list.selected
    let isSearching = contacts.search.field != nil
    draw(
      contacts.list, title: .contacts, reserved: isSearching ? 1 : 0,
      columns: { ListColumn.fit(contactColumns, in: $0, words: words) },
      empty: [PaneLine(words(isSearching ? .pickerNothing : .noContactsYet), .dim)],
      content: { pane, columns in
        clientPane(pane, of: contact?.reference, columns: columns) { room in
          selectedOrder.map { orderLines($0, columns: room) } ?? [PaneLine(words(.noOrders), .dim)]
        }
      }, in: &frame)
    if let box = layout.log {
      draw(
        contacts.search, found: contacts.list.total, of: contacts.wholeTotal.value, in: box.inset(),
        of: &frame)
    }
  }

  var contactColumns: [ListColumn<Contact>] {
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
}
