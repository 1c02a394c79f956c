import Domain

/// Orders' forms: how they open, what they offer, and what became of them.
extension ConsoleState {
  /// A new order, once the store has said what it begins with. It never comes over something else
  /// that is being filled in.
  mutating func openOrderForm(
    _ draft: OrderDraft, for client: ContactReference, from call: Call.ID?
  ) {
    if topForm != nil { return }
    let order = OrderForm(draft, for: client, from: call, statuses: statuses, wording: wording)
    open(FormDialog(order.form, for: .order(order)))
    offerStaff()
  }

  /// `e`: the order as it is.
  mutating func editOrder() {
    if let order = orderInHand { openOrderForm(order) }
  }

  mutating func openOrderForm(_ present: Order) {
    let order = OrderForm(editing: present, statuses: statuses, wording: wording)
    open(FormDialog(order.form, for: .order(order)))
    offerStaff()
  }

  /// Changes every order's form that is open.
  mutating func updateOrderForms(_ change: (inout OrderForm, inout FormDialog) -> Void) {
    updateForms { dialog in
      guard case .order(var order) = dialog.subject else { return }
      change(&order, &dialog)
      dialog.subject = .order(order)
    }
  }

  /// - Returns: drops the draft of what is stored now.
  mutating func orderSaved(_ order: Order) -> [Effect] {
    for index in layers.indices.reversed() {
      guard case .form(let dialog) = layers[index], case .order = dialog.subject, dialog.isSaving
      else { continue }
      layers.remove(at: index)
      message = Message(text: words(.orderSaved, order.number), role: .success)
      if screen == .orders { orders.list.select(order.id, at: order.position) }
      return dropDraft(dialog.user.id)
    }
    // The form was left while it was being saved, or only the status was set.
    let repair = wording.repair(order.status)
    message = Message(text: words(.statusSet, order.number, repair.text), role: .success)
    return []
  }

  /// - Returns: whether what stands on the screen says why.
  mutating func orderFailed(_ effect: Effect, _ failure: Failure) -> Bool {
    var conflict: Comparison?
    let wording = wording
    updateOrderForms { order, dialog in
      guard dialog.isSaving else { return }
      switch failure {
      case .orderConflict(let current):
        dialog.form.know(current.contact, as: wording.name(current.contact))
        conflict = dialog.form.comparison(
          .conflict(order.id, version: current.version), with: order.values(of: OrderDraft(current))
        )
      case .orderNumberTaken(let number): order.takenNumber = number
      default: break
      }
    }
    let isOnTop = topForm?.isSaving == true
    updateForms { $0.isSaving = false }
    guard isOnTop else { return false }
    if let conflict { layers.append(.comparison(conflict)) }
    if case .orderNumberTaken = failure { return checkTopForm() }
    return conflict != nil
  }

  /// Says what is wrong with the form by now.
  private mutating func checkTopForm() -> Bool {
    guard var dialog = topForm else { return false }
    let isFine = dialog.check(self)
    layers[layers.count - 1] = .form(dialog)
    return !isFine
  }

  // MARK: The client's field

  /// What is looked for in the client's field of the form that keys go to.
  private var clientSearch: String? {
    guard let dialog = topForm, case .order = dialog.subject,
      dialog.form.focusedField.id == OrderForm.Field.contact.rawValue
    else { return nil }
    let text = dialog.form.focusedText.text.trimmed
    return text.isEmpty || dialog.form.focusedCell.options.contains { $0.text == text } ? nil : text
  }

  private static func clients(matching text: String) -> ContactRequest {
    ContactRequest(anchor: .first, limit: 12, search: text, asker: .field)
  }

  mutating func clientLoads() -> [Effect] {
    guard let text = offeredClients.request(clientSearch) else { return [] }
    return [.loadContacts(ConsoleState.clients(matching: text))]
  }

  mutating func clientsLoaded(_ request: ContactRequest, _ page: Page<Contact>) {
    guard let text = offeredClients.id, request == ConsoleState.clients(matching: text),
      clientSearch == text
    else { return }
    offeredClients.load(text, page.rows)
    let options = page.rows.map { contact in
      let number = contact.numbers.first.map { "  " + $0.number.grouped } ?? ""
      return FormOption(
        String(contact.id.rawValue), text: wording.name(contact.reference) + number)
    }
    updateTopForm { $0.offer(options, in: OrderForm.Field.contact.rawValue) }
  }
}

extension Form {
  /// A contact may be chosen that nobody has looked for.
  fileprivate mutating func know(_ contact: ContactReference, as name: String) {
    let id = OrderForm.Field.contact.rawValue
    let value = String(contact.id.rawValue)
    let known = fields.first { $0.id == id }?.cells[0].options ?? []
    guard !known.contains(where: { $0.value == value }) else { return }
    offer(known + [FormOption(value, text: name)], in: id)
  }
}

extension FormDialog {
  /// Whose card is read while the form is open.
  var client: Contact.ID? {
    if case .order(let order) = subject { order.client.id } else { nil }
  }
}
