/// Up, down and their like: the top layer moves, else the screen.
extension ConsoleState {
  mutating func move(_ action: Action) -> [Effect] {
    switch layers.last {
    case .drafts: return performInDraftList(action)
    case .comparison: return performInComparison(action)
    case .organizations, .organization: return performOnOrganizations(action)
    case nil:
      switch screen {
      case .log: log.list.move(action)
      case .contacts: contacts.list.move(action)
      case .orders: orders.list.move(action)
      case .callBack: callBack.list.move(action)
      case .statistics: moveStatistics(action)
      case .settings: moveInSettings(action)
      }
    case .picker: updateTopPicker { $0.list.move(action) }
    case .help: moveInHelp(action)
    case .call: moveCallCard(action)
    case .columns: changeColumn(action)
    case .menu(var menu):
      menu.move(action)
      layers[layers.count - 1] = .menu(menu)
    case .orderPicker(var picker):
      picker.list.move(action)
      layers[layers.count - 1] = .orderPicker(picker)
    case .note: break
    case .entry: scrollEntry(action)
    case .presence: movePresence(action)
    case .callQuestion: break
    case .prompt, .form, .line, .export, .exportQuestion, .quitQuestion, .deleteQuestion: break
    case .savedFilters(var menu):
      menu.move(action, count: view.filters.count)
      layers[layers.count - 1] = .savedFilters(menu)
    case .client: move(action, in: ClientCard.self)
    case .order: move(action, in: OrderCard.self)
    case .statusMenu: moveInMenu(action)
    case .statusEditor: moveInStatusEditor(action)
    }
    return []
  }
}

extension KeyedList {
  mutating func move(_ action: Action) {
    switch action {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: page(by: -1)
    case .pageDown: page(by: 1)
    case .first: moveToFirst()
    case .last: moveToLast()
    default: break
    }
  }
}
