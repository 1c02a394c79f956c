import Domain

/// Who called: the contact, or why there is none.
extension ConsoleState {
  /// - Parameter columns: the room; what is longer goes on in further lines.
  func contactLines(of call: Call?, columns: Int) -> [PaneLine] {
    guard let call else { return [PaneLine(words(.noCall), .dim)] }
    if let contact = call.contact {
      return contactLines(contact.id, name: wording.name(contact), columns: columns)
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

  /// - Parameters:
  ///   - name: shown until the card is here.
  ///   - columns: the room; what is longer goes on in further lines.
  func contactLines(_ id: Contact.ID, name: String?, columns: Int) -> [PaneLine] {
    guard let card = contactCard.value, card.contact.id == id else {
      if let name { return [PaneLine(name, .strong)] }
      let history = card(ClientCard.self).flatMap { $0.id == id ? $0.history.rows : nil }
      return absentLines(
        isGone: contactCard.id == id && contactCard.isGone, history: history ?? [],
        columns: columns)
    }
    let contact = card.contact
    var lines = [PaneLine(wording.name(contact.reference), .strong)]
    if contact.name == nil { lines.append(PaneLine(words(.unnamedHint), .dim)) }
    lines += numberLines(contact)
    lines += contact.emails.map { PaneLine(($0, .link), leadingTo: LinkAddress.mail($0)) }
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
    return lines + wrapped(contact.note.map { words(.note, $0) }, columns: columns)
  }

  /// The contact with his ids and dates.
  func wholeContactLines(_ id: Contact.ID, name: String?, columns: Int) -> [PaneLine] {
    let lines = contactLines(id, name: name, columns: columns)
    guard let card = contactCard.value, card.contact.id == id else { return lines }
    let facts = [
      words(.clientSince, wording.date(card.contact.created)),
      card.lastCall.map { words(.lastCall, wording.dateTime($0)) },
      card.contact.externalID.map { "\(words(.fieldExternalID)): \($0)" },
      card.contact.googleClientID.map { "\(words(.fieldGoogleClientID)): \($0)" },
    ]
    return lines + facts.flatMap { wrapped($0, columns: columns, .dim) }
  }

  /// A text on as many lines as it needs.
  func wrapped(_ text: String?, columns: Int, _ role: Role = .plain) -> [PaneLine] {
    guard let text, !text.isEmpty else { return [] }
    if DisplayWidth.of(text) <= columns { return [PaneLine(text, role)] }
    return TextWrap.lines(SafeText.clean(text), columns: columns).map { PaneLine($0, role) }
  }

  func numberLines(_ contact: Contact) -> [PaneLine] {
    contact.numbers.enumerated().map { index, number in
      // Some label it so by themselves.
      let isMain =
        index == 0 && contact.numbers.count > 1
        && number.label?.lowercased() != words(.mainNumber)
      let labels = [number.label, isMain ? words(.mainNumber) : nil].compactMap { $0 }
      return PaneLine(
        (number.number.grouped, .value),
        (labels.isEmpty ? "" : "  " + labels.joined(separator: ", "), .dim))
    }
  }
}
