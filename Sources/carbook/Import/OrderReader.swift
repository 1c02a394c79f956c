import Domain

/// Makes an order of what a row says.
struct OrderReader {
  let contacts: ContactReader

  func order(_ values: FieldValues<OrderField>) throws(Refusal) -> OrderImport {
    guard let number = try contacts.short(values[.number], "order's number") else {
      throw Refusal("The row has no order number.")
    }
    var order = OrderImport(number: number)
    order.customer.externalID = try contacts.short(values[.customerID], "customer's id")
    order.customer.name = try contacts.short(values[.customer], "customer's name")
    for (field, texts) in values.all where field == .customerNumber {
      for text in texts.flatMap(ContactReader.parts) {
        let number = Contact.Number(number: try contacts.dialled(text), label: nil)
        if !order.customer.numbers.contains(number) { order.customer.numbers.append(number) }
      }
    }
    order.vehicle = Vehicle(
      make: try contacts.short(values[.make], "make"),
      model: try contacts.short(values[.model], "model"), year: try year(values[.year]),
      plate: try contacts.short(values[.plate], "number plate"),
      vin: try contacts.short(values[.vin], "VIN"))
    order.status = try contacts.short(values[.status], "status")
    order.comment = values[.comment]
    order.note = values[.note]
    order.responsible = try contacts.short(values[.responsible], "responsible employee")
    order.opened = try date(values[.opened])
    order.closed = try date(values[.closed])
    return order
  }

  private func year(_ text: String?) throws(Refusal) -> Int? {
    guard let text else { return nil }
    guard text.count == 4, text.allSatisfy(\.isASCIIDigit), let year = Int(text) else {
      throw Refusal("The vehicle's year is not one.")
    }
    return year
  }

  private func date(_ text: String?) throws(Refusal) -> Timestamp? {
    guard let text else { return nil }
    guard let date = contacts.dates.timestamp(text) else { throw .badDate }
    return date
  }
}
