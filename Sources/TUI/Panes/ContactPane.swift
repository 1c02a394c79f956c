import Domain

/// Who called: the contact, or why there is none.
extension ConsoleState {
  func contactLines(of call: Call?) -> [PaneLine] {
    guard let call else { return [PaneLine(words(.noCall), .dim)] }
    if let contact = call.contact {
      return contactLines(contact.id, name: wording.name(contact))
    }
    if call.ownerCount > 1 {
      return [
        PaneLine(wording.number(call.client), .strong),
        PaneLine(words(.severalHint, String(call.ownerCount)), .newClient),
      ]
    }
    guard call.isFromNewClient else {
      if call.type == .internal { return [PaneLine(words(.internalCall), .dim)] }
      return [PaneLine(words(call.type == nil ? .notUnderstood : .hiddenHint), .dim)]
    }
    let earlier = self.call.value.flatMap { $0.call.id == call.id ? $0.earlierCalls : nil }
    var lines = [
      PaneLine(wording.number(call.client), .strong),
      PaneLine((words(.newClient), .newClient), (" — " + words(.createContactHint), .plain)),
    ]
    if let earlier {
      lines.append(
        PaneLine(earlier == 0 ? words(.noEarlierCalls) : words(.earlierCalls, String(earlier))))
    }
    if !call.source.text.isEmpty { lines.append(PaneLine(call.source.text, .dim)) }
    return lines
  }

  /// - Parameter name: shown until the card is here.
  func contactLines(_ id: Contact.ID, name: String?) -> [PaneLine] {
    guard let card = contactCard.value, card.contact.id == id else {
      return [PaneLine(name ?? words(.loading), .strong)]
    }
    let contact = card.contact
    var lines = [PaneLine(wording.name(contact.reference), .strong)]
    lines += numberLines(contact)
    lines += contact.emails.map { PaneLine($0, .value) }
    if let manager = contact.responsible { lines.append(PaneLine(words(.manager, manager))) }
    for organization in contact.organizations {
      lines.append(PaneLine(words(.organization, organization)))
    }
    var history = words.count(card.callCount, .call)
    if let missed = card.lastMissed { history += " · " + words(.lastMissed, wording.date(missed)) }
    lines.append(PaneLine(history))
    for order in card.orders where order.closed == nil {
      let repair = wording.repair(order.status)
      lines.append(
        PaneLine((words(.openOrder, order.number, ""), .plain), (repair.text, repair.role)))
    }
    if let note = contact.note { lines.append(PaneLine(words(.note, note))) }
    return lines
  }

  /// The contact with his dates.
  func wholeContactLines(_ id: Contact.ID, name: String?) -> [PaneLine] {
    let lines = contactLines(id, name: name)
    guard let card = contactCard.value, card.contact.id == id else { return lines }
    let dates = [
      words(.clientSince, wording.date(card.contact.created)),
      card.lastCall.map { words(.lastCall, wording.dateTime($0)) },
    ]
    return lines + dates.compactMap { $0.map { PaneLine($0, .dim) } }
  }

  func numberLines(_ contact: Contact) -> [PaneLine] {
    contact.numbers.map { number in
      PaneLine((number.number.grouped, .value), (number.label.map { "  " + $0 } ?? "", .dim))
    }
  }
}
