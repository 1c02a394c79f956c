import Domain

extension ConsoleState {
  /// Opens the form for a new contact.
  mutating func openForm(number: PhoneNumber?, from call: Call.ID?) {
    openForm(ContactForm(number: number, from: call))
  }

  mutating func openForm(_ contact: ContactForm) {
    open(FormDialog(contact.form, for: .contact(contact)))
    offerStaff()
  }

  /// Whether a form is open that has an employee for a field.
  var offersStaff: Bool {
    layers.contains {
      if case .form(let dialog) = $0 { dialog.subject.responsibleField != nil } else { false }
    }
  }

  mutating func staffLoaded(_ names: [String]) {
    staffFreshness.settle()
    staff = names
    offerStaff()
  }

  mutating func offerStaff() {
    let options = staff.map { FormOption($0) }
    updateForms { dialog in
      guard let field = dialog.subject.responsibleField else { return }
      dialog.form.offer(options, in: field)
    }
  }

  /// Changes every contact form that is open.
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

  // MARK: What became of saving

  /// A contact that was to be made or changed could not be.
  /// - Returns: whether what stands on the screen says why.
  mutating func contactFailed(_ failure: Failure) -> Bool {
    var conflict: Comparison?
    updateContactForms { contact, dialog in
      guard dialog.isSaving else { return }
      contact.refusal = nil
      switch failure {
      case .taken(let owner, let user):
        contact.refusal = ContactForm.Refusal(
          owner: owner, user: user, numbers: ContactForm.numbers(in: dialog.form))
      case .conflict(let current) where contact.edited != nil:
        conflict = dialog.form.comparison(
          .conflict(contact.id, version: current.version),
          with: ContactForm.values(ContactDraft(current)))
      default: break
      }
    }
    let isOnTop = topForm?.isSaving == true
    updateForms { $0.isSaving = false }
    guard isOnTop else { return false }
    if let conflict { layers.append(.comparison(conflict)) }
    return conflict != nil || keyContext == .refusedForm
  }

  /// The contacts could not be merged.
  mutating func mergeFailed(_ failure: Failure) {
    for index in layers.indices {
      guard case .comparison(var comparison) = layers[index], comparison.isSaving,
        case .merge(let keep, let remove) = comparison.purpose
      else { continue }
      comparison.isSaving = false
      if case .conflict(let current) = failure {
        comparison = Comparison(
          merging: current.id == keep.id ? current : keep,
          with: current.id == remove.id ? current : remove)
      }
      layers[index] = .comparison(comparison)
    }
  }
}

extension FormSubject {
  /// The field that takes an employee's name.
  fileprivate var responsibleField: String? {
    switch self {
    case .contact: ContactForm.Field.responsible.rawValue
    case .order: OrderForm.Field.responsible.rawValue
    default: nil
    }
  }
}

extension Comparison {
  /// What two contacts become when they are one. Nothing is lost unless it is chosen: lists and
  /// notes are joined, and what only one of them says is taken.
  init(merging keep: Contact, with remove: Contact) {
    let values = { (contact: Contact) in
      Form(ContactForm.fields, values: ContactForm.values(ContactDraft(contact))).values
    }
    self.init(
      .merge(keep: keep, remove: remove), fields: ContactForm.fields, left: values(keep),
      right: values(remove)
    ) { field, left, right in
      if left.isEmpty { return .right }
      if right.isEmpty { return .left }
      return field.repeats || field.id == ContactForm.Field.note.rawValue ? .both : .left
    }
  }
}
