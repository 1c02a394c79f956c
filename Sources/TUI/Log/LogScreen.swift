import Domain

/// The Call Log: the list, what is left out of it, and which pane stands beside or below it.
struct LogScreen: Equatable, Sendable {
  var list = KeyedList<Call>(follows: true)
  var panes = PaneView()
  /// What the list shows; its words are what is searched for.
  private(set) var filter = CallFilter()
  private(set) var sort = CallSort.newestFirst
  private(set) var search = Search()
  private(set) var wholeTotal = WholeTotal()
  /// What was selected in the whole log, before anything was left out of it.
  private var origin: Call?
  /// Where a jump is going; nil once it is there.
  private(set) var jump: JumpTarget?

  // MARK: What is shown

  var isNarrowedOrSorted: Bool { !filter.isEmpty || sort != .newestFirst }

  /// Lists other calls; the selected one stays selected where it is among them.
  mutating func show(_ filter: CallFilter) {
    guard filter != self.filter else { return }
    let origin = change(filter)
    // Whoever did not move in what was found goes back to where he was.
    let isUnmoved = list.isFollowing || list.rank == 1
    list.resetKeepingSelection()
    if filter.isEmpty, isUnmoved, let origin { list.select(origin.id, at: origin.position) }
  }

  /// - Returns: where to go back to when nothing is left out any more.
  private mutating func change(_ filter: CallFilter) -> Call? {
    if self.filter.isEmpty { origin = list.isFollowing ? nil : list.selected }
    self.filter = filter
    return origin
  }

  mutating func show(_ sort: CallSort) {
    guard sort != self.sort else { return }
    self.sort = sort
    let height = list.height
    list = KeyedList(follows: sort == .newestFirst)
    list.resize(height: height)
  }

  /// Goes to the first call at that moment or before it; the log is by date then.
  mutating func jump(to target: JumpTarget, in zone: Zone) {
    show(.newestFirst)
    jump = target
    let place = target.position(in: zone)
    // Of all calls the rows before it are read when its picture is there.
    list.jump(to: place, reading: filter.isEmpty ? .from(place) : .around(place))
  }

  // MARK: Searching

  mutating func beginSearch(_ text: String? = nil) {
    panes.isPaneInFront = false
    search.begin(text ?? filter.text)
    searchChanged()
  }

  mutating func edit(_ key: Key) {
    if search.edit(key) { searchChanged() }
  }

  /// What was typed is a part of the filter.
  mutating func keepSearch() {
    _ = search.clear()
  }

  /// Takes off what was typed, or all that is in force.
  mutating func clearFilter() {
    var filter = CallFilter()
    if search.isTyping {
      filter = self.filter
      filter.text = ""
    }
    _ = search.clear()
    show(filter)
  }

  private mutating func searchChanged() {
    guard search.text != filter.text else { return }
    var filter = filter
    filter.text = search.text
    _ = change(filter)
    list.reset()
  }

  // MARK: Loading

  /// - Parameter isIdle: whether there is time to read ahead.
  mutating func loads(isIdle: Bool) -> [Effect] {
    var effects: [Effect] = []
    if let (anchor, limit) = list.nextRequest(isAhead: isIdle) {
      effects.append(
        .loadLog(LogRequest(anchor: anchor, limit: limit, filter: filter, sort: sort)))
    } else if list.nextCount() {
      let place = sort == .newestFirst ? list.selected?.position : nil
      effects.append(.countLog(LogCount(filter: filter, before: place)))
    }
    if !filter.isEmpty, wholeTotal.request() { effects.append(.countLog(LogScreen.whole)) }
    if let seen = list.nextNews() {
      effects.append(.countNewer(seen, filter, limit: NewRows<Call>.limit))
    }
    return effects
  }

  mutating func invalidate() {
    list.invalidate()
    wholeTotal.invalidate()
  }

  /// How many there are: known without counting.
  private static let whole = LogCount(filter: CallFilter(), before: nil)

  /// The jump that has come to its end.
  mutating func takeJump() -> JumpTarget? {
    guard list.selected != nil || list.isEmpty else { return nil }
    defer { jump = nil }
    return jump
  }

  mutating func loadCount(_ request: LogCount, total: Int, before: Int?) {
    if request == LogScreen.whole { wholeTotal.load(total) }
    guard request.filter == filter else { return }
    list.loadCount(total, before: before, position: request.before)
  }

  mutating func loadNews(than seen: LogPosition, _ filter: CallFilter, _ count: Int) {
    if filter == self.filter { list.news.load(than: seen, count) }
  }

  mutating func countFailed(_ effect: Effect) {
    switch effect {
    case .countLog(LogScreen.whole) where !filter.isEmpty: wholeTotal.loadFailed()
    case .countLog: list.loadCount(nil, before: nil, position: nil)
    default: list.news.loadFailed()
    }
  }

  /// - Parameter total: nil where it has to be counted.
  mutating func load(_ request: LogRequest, _ page: Page<Call>, total: Int?) {
    guard request.filter == filter, request.sort == sort else { return }
    list.load(page, at: request.anchor, total: total)
  }

  mutating func loadFailed(_ request: LogRequest) {
    guard request.filter == filter, request.sort == sort else { return }
    list.loadFailed(request.anchor)
  }
}
