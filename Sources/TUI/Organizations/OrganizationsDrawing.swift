import Domain

extension ConsoleState {
  /// The search in force above the list.
  func draw(_ view: OrganizationsView, in frame: inout Frame) {
    let box = layout.card
    frame.clear(box)
    frame.box(
      box, title: title(.organizations, total: view.list.total), role: .borderFocused,
      titleRole: .paneTitleFocused, joined: true)
    let inside = box.inset()
    let (line, rest) = inside.split(top: view.search.field == nil ? 0 : 1)
    if view.list.isEmpty {
      let isSearching = !view.search.text.isEmpty
      let empty: Phrase = isSearching ? .noOrganizationFound : .noOrganizations
      frame.lines([PaneLine(words(empty), .dim)], in: rest.inset(columns: 1, rows: 0))
      frame.cursor = rest.position(column: 1)
    } else {
      frame.table(
        view.list, columns: ListColumn.fit(organizationColumns, in: rest.columns - 2, words: words),
        in: rest, isFocused: true)
    }
    guard let field = view.search.field else { return }
    let row = line.inset(columns: 1, rows: 0)
    let start = frame.put(words(.pickerSearch) + "  ", at: row.origin, role: .fieldLabel)
    let cursor = frame.field(
      field, at: Position(column: start, row: row.row), columns: row.endColumn - start,
      isFocused: view.search.isTyping)
    if view.search.isTyping { frame.cursor = cursor }
  }

  func draw(_ card: OrganizationCard, in frame: inout Frame) {
    let box = layout.card
    frame.clear(box)
    frame.box(
      box, title: card.name + (card.members.total.map { "  \($0)" } ?? ""), role: .borderFocused,
      titleRole: .paneTitleFocused, joined: true)
    let inside = box.inset()
    if card.members.isEmpty {
      frame.lines([PaneLine(words(.noMembers), .dim)], in: inside.inset(columns: 1, rows: 0))
      frame.cursor = inside.position(column: 1)
      return
    }
    frame.table(
      card.members, columns: ListColumn.fit(contactColumns, in: inside.columns - 2, words: words),
      in: inside, isFocused: true)
  }

  private func title(_ phrase: Phrase, total: Int?) -> String {
    words(phrase) + (total.map { " \($0)" } ?? "")
  }

  private var organizationColumns: [ListColumn<Organization>] {
    [
      ListColumn(
        title: .fieldName, width: ColumnWidth(least: 14, ideal: 30, stretches: true), rank: 0
      ) { organization, _ in (organization.name, .plain) },
      ListColumn(title: .members, width: ColumnWidth(least: 8, ideal: 8), rank: 1) {
        organization, _ in (String(organization.memberCount), .plain)
      },
    ]
  }
}
