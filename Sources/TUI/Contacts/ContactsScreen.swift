import Domain

/// The list of contacts, and what is searched for in it.
struct ContactsScreen: Equatable, Sendable {
  var list = KeyedList<Contact>()
  var panes = PaneView()
  /// Nil while all contacts are listed.
  private(set) var search: TextField?
  /// Whether keys go to the search field.
  private(set) var isTyping = false
  /// All contacts, found or not: the second number of "3 of 340".
  private(set) var wholeTotal: Int?
  private var wholeFreshness = Freshness()

  private var text: String { search?.text.trimmed ?? "" }

  // MARK: Searching

  mutating func beginSearch() {
    panes.isPaneInFront = false
    search = search ?? TextField()
    isTyping = true
  }

  mutating func edit(_ key: Key) {
    let before = text
    search?.edit(key)
    if text != before { list.reset() }
  }

  /// Keys go to the list again; what was typed stays in force.
  mutating func keepSearch() {
    isTyping = false
    if text.isEmpty { search = nil }
  }

  /// Lists all contacts again, with the selected one still selected.
  mutating func clearSearch() {
    let wasFiltered = !text.isEmpty
    isTyping = false
    search = nil
    guard wasFiltered else { return }
    let selected = list.selected
    list.reset()
    if let selected { list.select(selected.id, at: selected.position) }
  }

  /// The number that is searched for, where it is a whole one: a new contact's.
  func searchedNumber(plan: NumberPlan) -> PhoneNumber? {
    plan.number(text).flatMap { $0.kind == .international ? $0 : nil }
  }

  // MARK: Loading

  mutating func invalidate() {
    list.invalidate()
    wholeFreshness.invalidate()
  }

  mutating func requests() -> [ContactRequest] {
    var requests: [ContactRequest] = []
    if let (anchor, limit) = list.nextRequest() {
      requests.append(ContactRequest(anchor: anchor, limit: limit, search: text))
    }
    if search != nil, wholeFreshness.request() { requests.append(ContactsScreen.whole) }
    return requests
  }

  mutating func load(_ request: ContactRequest, _ page: Page<Contact>, total: Int) {
    if request == ContactsScreen.whole {
      wholeFreshness.settle()
      wholeTotal = total
    } else if request.search == text {
      list.load(page, at: request.anchor, total: total)
    }
  }

  mutating func loadFailed(_ request: ContactRequest) {
    if request == ContactsScreen.whole {
      wholeFreshness.settle()
    } else if request.search == text {
      list.loadFailed(request.anchor)
    }
  }

  /// Asked for its total.
  private static let whole = ContactRequest(anchor: .first, limit: 1)
}
