import Domain

/// "Which repair status?": one key for each.
struct StatusMenu: Equatable, Sendable {
  enum Purpose: Equatable, Sendable {
    /// Which orders the list shows.
    case filter
    /// The order's status becomes the chosen one.
    case change(Order.ID, number: String, before: RepairStatus)
    /// The orders of a status that is removed get the chosen one.
    case replace(RepairStatus)
  }

  enum Item: Hashable, Sendable {
    case all
    /// Orders that are not closed.
    case open
    case status(RepairStatus)
  }

  let purpose: Purpose
  var selected: Item
}

extension ConsoleState {
  /// What a menu offers, in the order of the list.
  func items(of menu: StatusMenu) -> [StatusMenu.Item] {
    let listed = statuses.entries.map(\.status)
    switch menu.purpose {
    case .filter:
      // An order may have a status that is not in the list (any more).
      let others = (orderCounts?.byStatus.keys.filter { !listed.contains($0) } ?? [])
        .sorted { $0.rawValue < $1.rawValue }
      return [.all, .open] + (listed + others).map { .status($0) }
    case .change: return listed.map { .status($0) }
    case .replace(let status): return statuses.replacements(for: status).map { .status($0) }
    }
  }

  func label(of item: StatusMenu.Item) -> (text: String, role: Role) {
    switch item {
    case .all: (words(.allOrders), .plain)
    case .open: (words(.openOrders), .plain)
    case .status(let status): wording.repair(status)
    }
  }

  /// How many orders an item stands for; nil where that is not known.
  func count(of item: StatusMenu.Item) -> Int? {
    switch item {
    case .all: orderCounts?.total
    case .open: orderCounts?.open
    case .status(let status): orderCounts.map { $0.byStatus[status] ?? 0 }
    }
  }

  /// The menu that keys go to.
  var topMenu: StatusMenu? {
    if case .statusMenu(let menu) = layers.last { menu } else { nil }
  }

  // MARK: What keys do

  /// `f`: which orders the list shows.
  mutating func openStatusFilter() {
    layers.append(.statusMenu(StatusMenu(purpose: .filter, selected: orders.shown)))
  }

  /// `r`: how far the order has come.
  mutating func openStatusMenu() {
    guard let order = orderInHand else { return }
    let purpose = StatusMenu.Purpose.change(
      order.id, number: order.number, before: order.status)
    layers.append(.statusMenu(StatusMenu(purpose: purpose, selected: .status(order.status))))
  }

  mutating func moveInMenu(_ action: Action) {
    guard var menu = topMenu else { return }
    let items = items(of: menu)
    let index = items.firstIndex(of: menu.selected) ?? 0
    let target =
      switch action {
      case .up: index - 1
      case .down: index + 1
      case .pageUp, .first: 0
      default: items.count - 1
      }
    guard let item = items[safe: min(max(0, target), items.count - 1)] else { return }
    menu.selected = item
    layers[layers.count - 1] = .statusMenu(menu)
  }

  /// A digit or the first letter of a status. Of several that begin alike it goes to the next one.
  mutating func chooseInMenu(_ key: Key) -> [Effect] {
    guard var menu = topMenu, case .character(let character) = key else { return [] }
    let items = items(of: menu)
    if let digit = character.wholeNumberValue, character.isASCII {
      guard let item = items[safe: digit - 1] else { return [] }
      menu.selected = item
    } else {
      var found = items.filter { begins($0, with: character) }
      if found.isEmpty {
        let latin = KeyboardLayout.latin(for: character)
        found = items.filter { begins($0, with: latin) }
      }
      guard let first = found.first else { return [] }
      let next = found.firstIndex(of: menu.selected).map { $0 + 1 } ?? 0
      menu.selected = found[safe: next] ?? first
      guard found.count == 1 else {
        layers[layers.count - 1] = .statusMenu(menu)
        return []
      }
    }
    layers[layers.count - 1] = .statusMenu(menu)
    return chooseInMenu()
  }

  private func begins(_ item: StatusMenu.Item, with letter: Character) -> Bool {
    label(of: item).text.first?.lowercased() == letter.lowercased()
  }

  /// Enter: the selected one.
  mutating func chooseInMenu() -> [Effect] {
    guard let menu = topMenu, items(of: menu).contains(menu.selected) else { return [] }
    layers.removeLast()
    switch (menu.purpose, menu.selected) {
    case (.filter, let item): orders.show(item)
    case (.change(let id, _, let before), .status(let status)) where status != before:
      return [.setStatus(id, status, before: before)]
    case (.replace(let old), .status(let status)):
      return [.changeStatuses(.remove(old, ordersTo: status))]
    default: break
    }
    return []
  }
}

extension Array {
  /// Nil where there is nothing at that place.
  subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
