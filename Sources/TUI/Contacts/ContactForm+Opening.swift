import Domain

extension ConsoleState {
  /// Opens the form for a new contact.
  mutating func openForm(number: PhoneNumber?, from call: Call.ID?) {
    let contact = ContactForm(number: number, from: call)
    open(FormDialog(contact.form, for: .contact(contact)))
  }

  /// Changes every contact form that is open or was left with text in it.
  mutating func updateContactForms(_ change: (inout ContactForm, FormDialog) -> Void) {
    updateForms { dialog in
      guard case .contact(var contact) = dialog.subject else { return }
      change(&contact, dialog)
      dialog.subject = .contact(contact)
    }
  }

  /// Enter, where the number has an owner: his card in place of the form, whose text is kept.
  mutating func openOwner() {
    guard case .contact(let contact)? = topForm?.subject, let owner = contact.refusal?.owner else {
      return
    }
    close()
    layers.append(.client(ClientCard(owner.id)))
  }
}
