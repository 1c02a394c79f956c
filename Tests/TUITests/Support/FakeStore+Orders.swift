import Domain

@testable import TUI

/// Orders and their statuses, as the store would have them.
extension FakeStore {
  mutating func answerOrders(_ effect: Effect) -> [Event] {
    switch effect {
    case .loadStatuses: return [.statusesLoaded(statuses)]
    case .loadOrderCounts:
      let byStatus = Dictionary(grouping: orders, by: \.status).mapValues(\.count)
      return [
        .orderCountsLoaded(
          OrderCounts(byStatus: byStatus, open: orders.count { $0.closed == nil }))
      ]
    case .prepareOrder(let id, let call):
      guard let contact = contacts.first(where: { $0.id == id }) else {
        return [.failed(effect, .gone)]
      }
      let last = orders.filter { $0.contact.id == id }.max { $0.opened < $1.opened }
      let number = orders.compactMap { OrderNumber($0.number) }.max { $0.text < $1.text }?.next
      let draft = OrderDraft(
        number: number?.text ?? OrderNumber.first, contact: id,
        vehicle: last?.vehicle ?? Vehicle(), status: statuses.first, opened: Sample.now)
      return [.orderPrepared(draft, client: contact.reference, from: call)]
    case .createOrder(let draft, let call):
      let id = Order.ID(Int64(100 + orders.count))
      let order = saved(draft, as: id, version: 1)
      orders.append(order)
      calls = calls.map { $0.id == call ? $0.about(order.reference) : $0 }
      return [.orderSaved(order), .storeChanged]
    case .updateOrder(let id, let version, let draft):
      return change(id, effect) { present in
        present.version == version ? draft : nil
      }
    case .setStatus(let id, let status, let before):
      return change(id, effect) { [statuses] present in
        guard present.status == before else { return nil }
        var draft = OrderDraft(present)
        draft.status = status
        draft.closed = OrderRule.closed(
          present.closed, isEnd: statuses.isEnd(status), opened: present.opened, now: Sample.now)
        return draft
      }
    case .changeStatuses(let change):
      guard let new = statuses.applying(change) else { return [.failed(effect, .gone)] }
      statuses = new
      if case .remove(let status, let other?) = change {
        orders = orders.map { order in
          guard order.status == status else { return order }
          var draft = OrderDraft(order)
          draft.status = other
          return saved(draft, as: order.id, version: order.version + 1)
        }
      }
      return [.statusesChanged(change, new), .storeChanged]
    default: return []
    }
  }

  /// - Parameter edit: nil where somebody else was quicker.
  private mutating func change(
    _ id: Order.ID, _ effect: Effect, _ edit: (Order) -> OrderDraft?
  ) -> [Event] {
    guard let index = orders.firstIndex(where: { $0.id == id }) else {
      return [.failed(effect, .gone)]
    }
    guard let draft = edit(orders[index]) else {
      return [.failed(effect, .orderConflict(current: orders[index]))]
    }
    orders[index] = saved(draft, as: id, version: orders[index].version + 1)
    return [.orderSaved(orders[index]), .storeChanged]
  }

  func saved(_ draft: OrderDraft, as id: Order.ID, version: Int) -> Order {
    let contact = contacts.first { $0.id == draft.contact }?.reference
    return Order(
      id: id, version: version, number: draft.number,
      contact: contact ?? ContactReference(id: draft.contact, name: nil), vehicle: draft.vehicle,
      status: draft.status, comment: draft.comment.isEmpty ? nil : draft.comment,
      note: draft.note.isEmpty ? nil : draft.note, opened: draft.opened, closed: draft.closed,
      callCount: calls.count { $0.contact?.id == draft.contact && $0.start >= draft.opened })
  }

  func matches(_ order: Order, _ request: OrderRequest) -> Bool {
    let filter = request.filter
    let texts = [
      order.number, order.contact.name ?? "", order.vehicle.title, order.vehicle.plate ?? "",
    ]
    return request.contact.map { $0 == order.contact.id } ?? true
      && filter.status.map { $0 == order.status } ?? true
      && (!filter.isOpenOnly || order.closed == nil)
      && (filter.search.isEmpty
        || texts.contains { $0.lowercased().contains(filter.search.lowercased()) })
  }
}

extension Call {
  fileprivate func about(_ order: OrderReference) -> Call {
    Call(
      id: id, providerID: providerID, type: type, phase: phase, disposition: disposition,
      start: start, wait: wait, talk: talk, caller: caller, called: called, client: client,
      pool: pool, connectedWith: connectedWith, source: source, recording: recording,
      contact: contact, ownerCount: ownerCount, order: order, comments: comments, note: note)
  }
}
