import Domain

@testable import Store

/// What a filter means, said in the plainest way: each call is looked at by itself.
struct FilterReference {
  private let calls: [Call]
  private let contacts: [Contact.ID: Contact]
  private let orders: [Order]
  private let moment: Moment

  init(_ store: Store, at moment: Moment) throws {
    calls = try store.calls(LogRequest(anchor: .first, limit: 10_000)).rows
    let all = try store.contacts(ContactRequest(anchor: .first, limit: 10_000)).rows
    contacts = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    orders = try store.orders(OrderRequest(anchor: .first, limit: 10_000)).rows
    self.moment = moment
  }

  /// In the list's order.
  func calls(_ filter: CallFilter, _ sort: CallSort = .newestFirst) -> [LogPosition] {
    calls.filter { admits($0, filter) }
      .map {
        LogPosition(
          start: $0.start, id: $0.id, sort: sort, value: sort.value(of: $0, at: moment.now))
      }
      .sorted { $0.precedes($1) }
  }

  private func admits(_ call: Call, _ filter: CallFilter) -> Bool {
    let status = call.status(at: moment.now)
    let utm = zip(UTMField.allCases, call.source.values)
    return filter.period.map { $0.bounds(at: moment).contains(call.start) } ?? true
      && filter.since.map { $0 <= call.start } ?? true
      && (filter.types.isEmpty || call.type.map(filter.types.contains) ?? false)
      && (filter.statuses.isEmpty || filter.statuses.contains(status))
      && (!filter.isMissed || status == .missed)
      && (!filter.isNotCalledBack || call.comments.contains(.notCalledBack))
      && (!filter.isFromNewClient || call.isFromNewClient)
      && (filter.hasRecording.map { $0 == (call.recording != nil) } ?? true)
      && (filter.employee.isEmpty
        || NameKey(call.connectedWith ?? "").text.contains(NameKey(filter.employee).text))
      && utm.allSatisfy { field, value in
        filter.utm[field].map { (value ?? "").lowercased().contains($0.lowercased()) } ?? true
      }
      && (filter.line.isEmpty || isLine(call, filter.line))
      && (filter.client.isEmpty || isPart(filter.client, of: call.client?.digits))
      && filter.talk.allSatisfy { $0.allows(call.talk ?? 0) }
      && filter.wait.allSatisfy { rule in call.wait.map(rule.allows) ?? false }
      && (filter.order.isEmpty
        || call.order.map {
          PlateKey($0.number).text.contains(PlateKey(filter.order).text)
        } ?? false)
      && (filter.contact.map { $0 == call.contact?.id } ?? true)
      && hasText(call, filter.text)
  }

  private func isPart(_ part: String, of digits: String?) -> Bool {
    ContactSearch.spellings(part.filter(\.isASCIIDigit)).contains { digits?.contains($0) ?? false }
  }

  private func isLine(_ call: Call, _ part: String) -> Bool {
    let key = NameKey(part).text
    return NameKey(call.pool ?? "").text.contains(key)
      || !part.contains(where: \.isLetter) && isPart(part, of: call.line?.digits)
  }

  private func hasText(_ call: Call, _ text: String) -> Bool {
    var documents = [call.client?.digits ?? "", NameKey(call.note ?? "").text]
    let contact = call.contact.flatMap { contacts[$0.id] }
    if let contact { documents += lines(contact) }
    for order in orders where order.contact.id == contact?.id || order.id == call.order?.id {
      documents += lines(order)
      if let contact = contacts[order.contact.id] { documents += lines(contact) }
    }
    return (OrderSearch(text)?.text.terms ?? []).allSatisfy { spellings in
      let isShort =
        spellings[0].unicodeScalars.count < 3 && !spellings[0].allSatisfy(\.isASCIIDigit)
      return spellings.contains { spelling in
        isShort
          ? NameKey(contact?.name ?? "").text.hasPrefix(spelling)
          : documents.contains { $0.contains(spelling) }
      }
    }
  }

  private func lines(_ contact: Contact) -> [String] {
    let texts = [contact.name, contact.note].compactMap { $0 } + contact.organizations
    return texts.map { NameKey($0).text } + contact.numbers.map(\.number.digits)
  }

  private func lines(_ order: Order) -> [String] {
    let vehicle = order.vehicle
    let names = [
      order.number, "\(vehicle.make ?? "") \(vehicle.model ?? "")", order.comment ?? "",
      order.note ?? "",
    ]
    let keys = [order.number, vehicle.plate ?? "", vehicle.vin ?? ""]
    return names.map { NameKey($0).text } + keys.map { PlateKey($0).text.lowercased() }
  }
}
