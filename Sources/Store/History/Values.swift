import Domain

extension Store {
  typealias FieldValue = (field: HistoryEntry.Change.Field, text: String)

  /// What history says of a record: field by field, of several values of one field each.
  func values(of subject: HistoryEntry.Subject) throws(StoreError) -> [FieldValue] {
    switch subject {
    case .contact(let id): try contact(id).map(Store.values) ?? []
    case .order(let id):
      try order(id).map { order throws(StoreError) in try values(of: order) } ?? []
    case .call(let id): try call(id).map { call throws(StoreError) in try values(of: call) } ?? []
    case .organization(let id): try organization(id).map { [(.name, $0.name)] } ?? []
    case .integration(let id): try integration(id).map(Store.values) ?? []
    case .employee(let id): try employee(id).map(Store.values) ?? []
    case .number, .store: []
    }
  }

  private static func values(of contact: Contact) -> [FieldValue] {
    var values: [FieldValue] = []
    values += contact.name.map { (.name, $0) }
    values += contact.numbers.map { number in
      (.number, [number.number.grouped, number.label].compactMap { $0 }.joined(separator: " "))
    }
    values += contact.emails.map { (.email, $0) }
    values += contact.organizations.map { (.organization, $0) }
    values += contact.responsible.map { (.responsible, $0) }
    values += contact.note.map { (.note, $0) }
    values += contact.googleClientID.map { (.googleClientID, $0) }
    values += contact.externalID.map { (.externalID, $0) }
    return values
  }

  private static func values(of employee: Employee) -> [FieldValue] {
    var values: [FieldValue] = [(.name, employee.name)]
    values += employee.number.map { (.number, $0.grouped) }
    values += employee.login.map { (.login, $0) }
    values += employee.crmID.map { (.crmID, $0) }
    values += employee.providerID.map { (.providerStaffID, $0) }
    if employee.isAway { values.append((.away, "yes")) }
    return values
  }

  private func values(of order: Order) throws(StoreError) -> [FieldValue] {
    let vehicle = order.vehicle
    var values: [FieldValue] = [(.order, order.number)]
    values += try title(of: .contact(order.contact.id)).map { (.contact, $0) }
    values += vehicle.make.map { (.make, $0) }
    values += vehicle.model.map { (.model, $0) }
    values += vehicle.year.map { (.year, String($0)) }
    values += vehicle.plate.map { (.plate, $0) }
    values += vehicle.vin.map { (.vin, $0) }
    values.append((.status, order.status.rawValue))
    values += order.comment.map { (.comment, $0) }
    values += order.note.map { (.note, $0) }
    values += order.responsible.map { (.responsible, $0) }
    values.append((.opened, order.opened.iso8601))
    values += order.closed.map { (.closed, $0.iso8601) }
    return values
  }

  private func values(of call: Call) throws(StoreError) -> [FieldValue] {
    var values: [FieldValue] = []
    if let contact = call.contact {
      values += try title(of: .contact(contact.id)).map { (.contact, $0) }
    }
    values += call.order.map { (.order, $0.number) }
    values += call.note.map { (.note, $0) }
    return values
  }
}

extension HistoryEntry.Change {
  /// What is gone and what is new, in the order of the fields. One for one is a change of one value.
  static func between(
    _ before: [Store.FieldValue], _ after: [Store.FieldValue]
  ) -> [HistoryEntry.Change] {
    Field.allCases.flatMap { field -> [HistoryEntry.Change] in
      let had = before.filter { $0.field == field }.map(\.text)
      let has = after.filter { $0.field == field }.map(\.text)
      let gone = had.filter { !has.contains($0) }
      let new = has.filter { !had.contains($0) }
      if gone.count == 1 && new.count == 1 {
        return [HistoryEntry.Change(field: field, before: gone[0], after: new[0])]
      }
      return gone.map { HistoryEntry.Change(field: field, before: $0, after: nil) }
        + new.map { HistoryEntry.Change(field: field, before: nil, after: $0) }
    }
  }
}

extension Array where Element == Store.FieldValue {
  fileprivate static func += (values: inout [Element], value: Element?) {
    if let value { values.append(value) }
  }
}
