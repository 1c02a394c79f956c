import Domain

/// A screen with a list that can be searched, and the number of all its rows beside those found.
protocol SearchedScreen {
  associatedtype Row: ListRow
  associatedtype Request: Equatable

  /// Asked for its total.
  static var whole: Request { get }

  var list: KeyedList<Row> { get set }
  var panes: PaneView { get set }
  var search: Search { get set }
  var wholeTotal: WholeTotal { get set }

  /// Whether a line above the list says what is in force.
  var isNarrowed: Bool { get }

  func request(_ anchor: Anchor<Row.Position>, _ limit: Int) -> Request

  /// Nil where something else was asked for than is in force.
  func anchor(of request: Request) -> Anchor<Row.Position>?
}

extension SearchedScreen {
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

  // MARK: Loading

  mutating func invalidate() {
    list.invalidate()
    wholeTotal.invalidate()
  }

  mutating func requests() -> [Request] {
    var requests: [Request] = []
    if let (anchor, limit) = list.nextRequest() { requests.append(request(anchor, limit)) }
    if isNarrowed, wholeTotal.request() { requests.append(Self.whole) }
    return requests
  }

  mutating func load(_ request: Request, _ page: Page<Row>, total: Int) {
    if request == Self.whole {
      wholeTotal.load(total)
    } else if let anchor = anchor(of: request) {
      list.load(page, at: anchor, total: total)
    }
  }

  mutating func loadFailed(_ request: Request) {
    if request == Self.whole {
      wholeTotal.loadFailed()
    } else if let anchor = anchor(of: request) {
      list.loadFailed(anchor)
    }
  }
}
