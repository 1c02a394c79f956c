/// What is done to a contact, in the list and on his card.
extension Bindings {
  static let contactVerbs: [Binding] = [
    Binding(.character("e"), does: .editContact, label: .doEdit, hinted: true) {
      $0.contactInHand == nil ? .whyNoContactHere : nil
    },
    Binding(.character("M"), does: .mergeContact, label: .doMerge) {
      $0.contactInHand == nil ? .whyNoContactHere : nil
    },
    Binding(.character("D"), does: .deleteContact, label: .doDelete) {
      $0.contactInHand == nil ? .whyNoContactHere : nil
    },
    newOrder,
  ]

  static let organizationsList = Binding(
    .character("w"), does: .organizations, label: .doOrganizations, hinted: true)
}
