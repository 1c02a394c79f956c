import Domain

/// The list of contacts, and what is searched for in it.
struct ContactsScreen: Equatable, Sendable {
  var list = KeyedList<Contact>()
  var panes = PaneView()
  private(set) var search = Search()
  private(set) var wholeTotal = WholeTotal()

  private var text: String { search.text }

  // MARK: Searching

  mutating func beginSearch(_ text: String? = nil) {
    panes.isPaneInFront = false
    let before = search.text
    search.begin(text)
    if search.text != before { list.reset() }
  }

  mutating func edit(_ key: Key) {
    if search.edit(key) { list.reset() }
  }

  mutating func keepSearch() {
    search.keep()
  }

  /// Lists all contacts again, with the selected one still selected.
  mutating func clearSearch() {
    if search.clear() { list.resetKeepingSelection() }
  }

  /// The number that is searched for, where it is a whole one: a new contact's.
  func searchedNumber(plan: NumberPlan) -> PhoneNumber? {
    plan.number(text).flatMap { $0.kind == .international ? $0 : nil }
  }

  // MARK: Loading

  mutating func invalidate() {
    list.invalidate()
    wholeTotal.invalidate()
  }

  mutating func requests() -> [ContactRequest] {
    var requests: [ContactRequest] = []
    if let (anchor, limit) = list.nextRequest() {
      requests.append(ContactRequest(anchor: anchor, limit: limit, search: text))
    }
    if search.field != nil, wholeTotal.request() { requests.append(ContactsScreen.whole) }
    return requests
  }

  mutating func load(_ request: ContactRequest, _ page: Page<Contact>, total: Int) {
    if request == ContactsScreen.whole {
      wholeTotal.load(total)
    } else if request.search == text {
      list.load(page, at: request.anchor, total: total)
    }
  }

  mutating func loadFailed(_ request: ContactRequest) {
    if request == ContactsScreen.whole {
      wholeTotal.loadFailed()
    } else if request.search == text {
      list.loadFailed(request.anchor)
    }
  }

  /// Asked for its total.
  private static let whole = ContactRequest(anchor: .first, limit: 1)
}
