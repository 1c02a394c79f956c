import Domain

/// The list of contacts, and what is searched for in it.
struct ContactsScreen: SearchedScreen, Equatable, Sendable {
  static let whole = ContactRequest(anchor: .first, limit: 1)

  var list = KeyedList<Contact>()
  var panes = PaneView()
  var search = Search()
  var wholeTotal = WholeTotal()

  var isNarrowed: Bool { search.field != nil }

  func request(_ anchor: Anchor<ContactRequest.Position>, _ limit: Int) -> ContactRequest {
    ContactRequest(anchor: anchor, limit: limit, search: search.text)
  }

  func anchor(of request: ContactRequest) -> Anchor<ContactRequest.Position>? {
    request.search == search.text ? request.anchor : nil
  }

  /// Lists all contacts again, with the selected one still selected.
  mutating func clearSearch() {
    if search.clear() { list.resetKeepingSelection() }
  }

  /// The number that is searched for, where it is a whole one: a new contact's.
  func searchedNumber(plan: NumberPlan) -> PhoneNumber? {
    plan.number(search.text).flatMap { $0.kind == .international ? $0 : nil }
  }
}
