import Domain

/// Giving a contact a name that a call has made without one.
extension ConsoleState {
  /// The contact of the call at hand, whole, once it is read.
  var contactOfCall: Contact? {
    guard let id = currentCall?.contact?.id, let contact = contactCard.value?.contact,
      contact.id == id
    else { return nil }
    return contact
  }

  /// The form of that contact; it begins with the name.
  mutating func editContactOfCall() {
    contactOfCall.map { openForm(ContactForm(editing: $0)) }
  }
}

extension Bindings {
  /// In the log and on a call's card.
  static let contactOfCall = Binding(
    .character("e"), does: .editContactOfCall, label: .doNameContact
  ) {
    guard let call = $0.currentCall else { return .whyNoCall }
    if call.contact == nil { return .whyNoContact }
    return $0.contactOfCall == nil ? .loading : nil
  }
}
