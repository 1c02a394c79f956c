import Domain

/// What the call is about.
extension ConsoleState {
  /// - Parameter columns: the room; what is longer goes on in further lines.
  func orderLines(of call: Call?, columns: Int) -> [PaneLine] {
    guard let reference = call?.order else {
      return [PaneLine(words(call == nil ? .noCall : .noOrder), .dim)]
    }
    guard let order = order.value, order.id == reference.id else {
      let repair = wording.repair(reference.status)
      return [PaneLine(repair.text, repair.role)]
    }
    return orderLines(order, columns: columns)
  }

  /// - Parameter columns: the room; what is longer goes on in further lines.
  func orderLines(_ order: Order, columns: Int) -> [PaneLine] {
    let repair = wording.repair(order.status)
    let vehicle = [order.vehicle.title, order.vehicle.plate ?? ""].filter { !$0.isEmpty }
    var lines = [
      PaneLine(
        (repair.text, repair.role),
        (" · " + words(.since, wording.date(order.closed ?? order.opened)), .plain))
    ]
    lines += wrapped(vehicle.joined(separator: "  "), columns: columns, .value)
    if let vin = order.vehicle.vin { lines.append(PaneLine("VIN \(vin)", .dim)) }
    if let manager = order.responsible { lines.append(PaneLine(words(.manager, manager))) }
    lines.append(PaneLine(words(.callsSinceOpened, String(order.callCount))))
    for text in [order.comment, order.note.map { words(.note, $0) }] {
      lines += wrapped(text, columns: columns)
    }
    return lines
  }

  /// The order with its customer and dates.
  func wholeOrderLines(_ order: Order, columns: Int) -> [PaneLine] {
    var lines = [PaneLine(wording.name(order.contact), .value)]
    if let card = contactCard.value, card.contact.id == order.contact.id {
      lines += numberLines(card.contact)
    }
    lines += orderLines(order, columns: columns)
    lines.append(PaneLine(words(.opened, wording.dateTime(order.opened)), .dim))
    if let closed = order.closed {
      lines.append(PaneLine(words(.closed, wording.dateTime(closed)), .dim))
    }
    return lines
  }

  /// `Order A-10231` where the order is known.
  func title(of pane: Pane, order number: String?) -> String {
    guard pane == .order, let number else { return words(pane.title) }
    return "\(words(.order)) \(number)"
  }
}
