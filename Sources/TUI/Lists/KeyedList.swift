import Domain

/// A scrolling view of a sorted list of any length, read page by page by key.
///
/// The selection is a row's id and stays on its row through every reload; the view's first line
/// stays on its row too, so rows that appear elsewhere never move what is being read. A list that
/// `follows` is the exception while its first row is selected: it goes on to whatever row is first
/// next.
struct KeyedList<Row: ListRow>: Equatable, Sendable {
  var window = ListWindow<Row>()
  /// Rows before the first one that was ever seen in the list.
  var news = NewRows<Row>()
  /// Lines the list has on the screen.
  private(set) var height = 1
  /// Whether new rows come first and the list goes along with them.
  let follows: Bool
  private(set) var isFollowing: Bool

  private(set) var selectedID: Row.ID?
  /// Where the selected row stood: what is selected once the row is gone.
  private var selectedPosition: Row.Position?
  /// Index in `rows` of the view's first line.
  private var top = 0
  /// Whether total and place are known for certain, or have to be counted.
  var counting = Counting.settled
  /// Rows may yet come in between: the store is still sorting.
  private(set) var isGrowing = false
  /// On the way to another part than is shown, of which no more is read than will be seen.
  private var leap: Leap?
  /// Which part was asked for and has not come yet.
  private(set) var pending: Anchor<Row.Position>?
  /// The part to ask for next, because of a jump or a reload.
  private(set) var wanted: Anchor<Row.Position>? = .first
  /// What was jumped to stands at the top, and the rows before it have not been read.
  private(set) var isLanded = false
  /// The last load failed: nothing is asked for until a key or a change calls for it.
  private(set) var isResting = false

  enum Counting { case settled, wanted, asked }

  /// At a place its row comes to the top of the view.
  private enum Leap { case toEnd, toPlace }

  init(follows: Bool = false) {
    self.follows = follows
    isFollowing = follows
  }

  // MARK: What is shown

  /// The rows in memory.
  var rows: [Row] { window.rows }

  /// Rows in the whole list; nil while they are counted for the first time.
  var total: Int? { window.total }

  var visible: ArraySlice<Row> {
    rows[min(top, rows.count)..<min(rows.count, top + height)]
  }

  var selected: Row? {
    selectedIndex.map { rows[$0] }
  }

  /// The selection's line in the view, 0 at the top.
  var selectedLine: Int? {
    selectedIndex.map { $0 - top }
  }

  /// The selection's place in the whole list, from 1; nil where it is not known.
  var rank: Int? {
    guard let offset = window.offset, let index = selectedIndex else { return nil }
    return offset + index + 1
  }

  /// Loaded, and nothing there.
  var isEmpty: Bool {
    rows.isEmpty && window.isLoaded && !isGrowing
  }

  private var isPinned: Bool {
    !isFollowing && selectedIndex != nil
  }

  private var selectedIndex: Int? {
    window.index(of: selectedID)
  }

  // MARK: Moving

  mutating func move(by lines: Int) {
    guard let index = selectedIndex else { return }
    select(index: min(max(0, index + lines), rows.count - 1))
  }

  /// One view further, a line of it kept in sight.
  mutating func page(by pages: Int) {
    let lines = max(1, height - 1) * pages
    top = min(max(0, top + lines), max(0, rows.count - height))
    move(by: lines)
  }

  mutating func moveToFirst() {
    if !window.hasBefore, !rows.isEmpty { return select(index: 0) }
    isFollowing = follows
    leap = .toEnd
    (selectedID, selectedPosition) = (nil, nil)
    wanted = .first
  }

  mutating func moveToLast() {
    isFollowing = false
    leap = .toEnd
    if window.hasAfter { wanted = .last } else if !rows.isEmpty { select(index: rows.count - 1) }
  }

  /// Goes to a row wherever it is in the list.
  mutating func select(_ id: Row.ID, at position: Row.Position) {
    if let index = window.index(of: id) { return select(index: index) }
    isFollowing = false
    (selectedID, selectedPosition) = (id, position)
    wanted = .around(position)
  }

  /// Goes to the first row at that place or behind it, wherever it is in the list.
  /// - Parameter part: what to read at first.
  mutating func jump(to position: Row.Position, reading part: Anchor<Row.Position>) {
    isFollowing = false
    leap = .toPlace
    (selectedID, selectedPosition) = (nil, position)
    wanted = part
  }

  private mutating func select(index: Int) {
    leap = nil
    selectedID = rows[index].id
    selectedPosition = rows[index].position
    isFollowing = follows && index == 0 && !window.hasBefore
    if isFollowing { markSeen() }
    scrollToSelection()
  }

  private mutating func markSeen() {
    if !window.hasBefore { news.markSeen(rows.first) }
  }

  private mutating func scrollToSelection() {
    guard let index = selectedIndex else { return }
    if index < top { top = index }
    if index >= top + height { top = index - height + 1 }
  }

  mutating func resize(height: Int) {
    guard height != self.height else { return }
    self.height = max(1, height)
    top = min(top, max(0, rows.count - self.height))
    scrollToSelection()
  }

  // MARK: Loading

  /// Something in the store has changed: what is shown has to be asked for again.
  mutating func invalidate() {
    wake()
    news.invalidate()
    guard wanted == nil else { return }
    leap = nil
    wanted = isFollowing ? .first : selectedPosition.map { .around($0) } ?? .first
  }

  /// A key or a minute has passed since a load failed: it may be tried again.
  mutating func wake() {
    isResting = false
  }

  /// Another list altogether, after a search: of the old one only what was seen counts.
  mutating func reset() {
    let (height, seen) = (height, news.seen)
    self = KeyedList(follows: follows)
    self.height = height
    news = NewRows(seen: seen)
  }

  /// How many rows a page has that goes on with what is there.
  private var limit: Int { max(100, height * 4) }

  /// The page to ask for now; nil where none is needed or one is still on its way.
  /// - Parameter isAhead: whether to ask for what the next key but one may want.
  mutating func nextRequest(isAhead: Bool = true) -> (anchor: Anchor<Row.Position>, limit: Int)? {
    guard pending == nil, !isResting else { return nil }
    pending = wanted ?? edge(isAhead: isAhead)
    wanted = nil
    // The question for a page takes the place of one for a count.
    if pending != nil, counting == .asked { counting = .wanted }
    return pending.map { ($0, $0.rows(height: height, isLeap: follows && leap != nil) ?? limit) }
  }

  /// Whether there is something to be read for the next keys but one.
  var canReadAhead: Bool {
    pending == nil && wanted == nil && !isResting && edge(isAhead: true) != nil
  }

  /// The part that goes on with what is there, where the selection is near to its end.
  private func edge(isAhead: Bool) -> Anchor<Row.Position>? {
    guard let index = selectedIndex, let first = rows.first, let last = rows.last else {
      return nil
    }
    if isLanded { return isAhead ? .before(first.position) : nil }
    let lines = isAhead ? 2 * height : height
    if window.hasAfter, index + lines >= rows.count { return .after(last.position) }
    return window.hasBefore && index < lines ? .before(first.position) : nil
  }

  /// Takes in an answer; one that was not waited for is left aside.
  /// - Parameter total: nil where it has to be counted.
  mutating func load(_ page: Page<Row>, at anchor: Anchor<Row.Position>, total: Int?) {
    guard anchor == pending else { return }
    pending = nil
    let hasSelected = page.rows.contains { $0.id == selectedID }
    switch anchor {
    // What stands there stays until all of the rest has been found.
    case .after where !page.isComplete, .before where !page.isComplete:
      isGrowing = true
      wanted = wanted ?? anchor
      return
    // A jump that came too late: the selection has moved on.
    case .first where isPinned && page.hasAfter && !hasSelected: return invalidate()
    case .around(let place) where isPinned && place != selectedPosition && !hasSelected,
      .from(let place) where isPinned && place != selectedPosition && !hasSelected:
      return invalidate()
    case .after:
      window.append(page, total: total)
      top = max(0, top - window.trimStart(to: 6 * limit))
    case .before:
      window.prepend(page, total: total)
      isLanded = false
      top += page.rows.count
      window.trimEnd(to: 6 * limit)
    case .first, .last, .around, .from: replace(with: page, at: anchor, total: total)
    }
    top = min(top, max(0, rows.count - height))
    scrollToSelection()
    if self.total == nil || (follows && selected != nil && rank == nil) { counting = .wanted }
    if isFollowing { markSeen() }
    isGrowing = !page.isComplete
    guard isGrowing, wanted == nil else { return }
    // Only the same question goes on with what the store has found; the end is left by moving.
    let isLeft = anchor == .last && selectedID != rows.last?.id
    wanted = isLeft ? selectedPosition.map { .around($0) } ?? .last : anchor
  }

  private var isAtStart: Bool { selectedIndex == 0 && !window.hasBefore }

  /// What was asked for could not be read; the next change or key asks again.
  mutating func loadFailed(_ anchor: Anchor<Row.Position>) {
    guard anchor == pending else { return }
    pending = nil
    isResting = true
    if rows.isEmpty { wanted = wanted ?? anchor }
  }

  private mutating func replace(
    with page: Page<Row>, at anchor: Anchor<Row.Position>, total: Int?
  ) {
    let oldTop = rows.indices.contains(top) ? rows[top] : nil
    let oldRank = rank
    let goesAlong = isFollowing || selectedID == nil || (isGrowing && isAtStart)
    let grown = total.map { $0 - (self.total ?? $0) } ?? 0
    window.replace(with: page, total: total)
    // What was counted stands until it is counted again.
    if window.isWhole { counting = .settled } else if total == nil { counting = .wanted }
    if anchor == .last {
      selectedID = rows.last?.id
      top = max(0, rows.count - height)
    } else if anchor == .first, goesAlong {
      selectedID = rows.first?.id
      top = 0
    } else {
      if selectedIndex == nil { selectedID = window.nearest(to: selectedPosition)?.id }
      if let oldTop {
        top =
          window.index(of: oldTop.id) ?? window.index(at: oldTop.position)
          ?? max(0, rows.count - height)
      }
      // New rows of a list that follows came before this one, all but a few; in another they may
      // be anywhere.
      if let oldRank, let index = selectedIndex, follows || grown == 0 {
        window.place(index, at: oldRank - 1 + grown)
        if grown != 0 { counting = .wanted }
      }
    }
    if leap == .toPlace, let index = selectedIndex { top = index }
    isLanded = if case .from = anchor { window.hasBefore } else { false }
    // Asked again, the question has to be the same.
    if page.isComplete { leap = nil }
    selectedPosition = selected?.position
  }
}
