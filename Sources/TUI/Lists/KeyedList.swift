import Domain

/// A scrolling window over a sorted list of any length, read page by page by key.
///
/// The selection is a row's id and stays on its row through every reload; the view's first line
/// stays on its row too, so rows that appear elsewhere never move what is being read. A list that
/// `follows` is the exception while its first row is selected: it goes on to whatever row is first
/// next.
struct KeyedList<Row: ListRow>: Equatable, Sendable {
  /// A part of the whole list, without gaps.
  private(set) var rows: [Row] = []
  private(set) var hasBefore = false
  private(set) var hasAfter = false
  /// Rows in the whole list; nil until the first answer.
  private(set) var total: Int?
  /// Rows that came while the view was pinned.
  private(set) var newCount = 0
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
  /// Rows of the whole list before `rows`; nil where that is not known.
  private var offset: Int?
  private var seenTotal = 0
  /// Which part was asked for and has not come yet.
  private var pending: Anchor<Row.Position>?
  /// The part to ask for next, because of a jump or a reload.
  private var wanted: Anchor<Row.Position>? = .first
  /// The last load failed: nothing is asked for until a key or a change calls for it.
  private var isResting = false

  init(follows: Bool = false) {
    self.follows = follows
    isFollowing = follows
  }

  // MARK: What is shown

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
    guard let offset, let index = selectedIndex else { return nil }
    return offset + index + 1
  }

  /// Loaded, and nothing there.
  var isEmpty: Bool {
    rows.isEmpty && total != nil
  }

  private var selectedIndex: Int? {
    selectedID.flatMap { id in rows.firstIndex { $0.id == id } }
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
    if !hasBefore, !rows.isEmpty { return select(index: 0) }
    isFollowing = follows
    (selectedID, selectedPosition) = (nil, nil)
    wanted = .first
  }

  mutating func moveToLast() {
    isFollowing = false
    if hasAfter { wanted = .last } else if !rows.isEmpty { select(index: rows.count - 1) }
  }

  /// Goes to a row wherever it is in the list.
  mutating func select(_ id: Row.ID, at position: Row.Position) {
    if let index = rows.firstIndex(where: { $0.id == id }) {
      select(index: index)
      return
    }
    isFollowing = false
    (selectedID, selectedPosition) = (id, position)
    wanted = .around(position)
  }

  private mutating func select(index: Int) {
    selectedID = rows[index].id
    selectedPosition = rows[index].position
    isFollowing = follows && index == 0 && !hasBefore
    if isFollowing { markSeen() }
    scrollToSelection()
  }

  private mutating func markSeen() {
    newCount = 0
    seenTotal = total ?? 0
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
    if wanted == nil { wanted = reload }
  }

  /// A key or a minute has passed since a load failed: it may be tried again.
  mutating func wake() {
    isResting = false
  }

  /// Another list altogether, after a search: nothing of the old one counts.
  mutating func reset() {
    self = KeyedList(follows: follows, height: height)
  }

  private init(follows: Bool, height: Int) {
    self.init(follows: follows)
    self.height = height
  }

  private var reload: Anchor<Row.Position> {
    if isFollowing { return .first }
    return selectedPosition.map { .around($0) } ?? .first
  }

  /// How many rows a page has: enough for two views to either side.
  private var limit: Int { max(100, height * 4) }

  /// The page to ask for now; nil where none is needed or one is still on its way.
  mutating func nextRequest() -> (anchor: Anchor<Row.Position>, limit: Int)? {
    guard pending == nil, !isResting else { return nil }
    if let wanted {
      pending = wanted
      self.wanted = nil
    } else if let index = selectedIndex {
      if hasAfter, index + 2 * height >= rows.count, let last = rows.last {
        pending = .after(last.position)
      } else if hasBefore, index < 2 * height, let first = rows.first {
        pending = .before(first.position)
      }
    }
    return pending.map { ($0, limit) }
  }

  /// Takes in an answer; one that was not waited for is left aside.
  mutating func load(_ page: Page<Row>, at anchor: Anchor<Row.Position>, total: Int) {
    guard anchor == pending else { return }
    pending = nil
    let grown = total - (self.total ?? total)
    if self.total == nil { seenTotal = total }
    self.total = total
    let old = (top: topRow, offset: offset, rank: rank)
    switch anchor {
    case .after:
      rows += page.rows
      hasAfter = page.hasAfter && !page.rows.isEmpty
    case .before:
      rows = page.rows + rows
      hasBefore = page.hasBefore && !page.rows.isEmpty
      top += page.rows.count
      offset = offset.map { $0 - page.rows.count }
    case .first, .last, .around:
      rows = page.rows
      hasBefore = page.hasBefore
      hasAfter = page.hasAfter
      replaced(by: anchor, old: old, grown: grown)
    }
    if !hasBefore { offset = 0 } else if !hasAfter { offset = total - rows.count }
    trim(keepingEnd: isAfter(anchor))
    top = min(top, max(0, rows.count - height))
    scrollToSelection()
    newCount = isFollowing || !follows ? 0 : max(0, total - seenTotal)
    if isFollowing { markSeen() }
  }

  /// What was asked for could not be read; the next change or key asks again.
  mutating func loadFailed(_ anchor: Anchor<Row.Position>) {
    guard anchor == pending else { return }
    pending = nil
    isResting = true
    if rows.isEmpty { wanted = wanted ?? anchor }
  }

  private var topRow: (id: Row.ID, position: Row.Position)? {
    rows.indices.contains(top) ? (rows[top].id, rows[top].position) : nil
  }

  private func isAfter(_ anchor: Anchor<Row.Position>) -> Bool {
    if case .after = anchor { true } else { false }
  }

  private mutating func replaced(
    by anchor: Anchor<Row.Position>,
    old: (top: (id: Row.ID, position: Row.Position)?, offset: Int?, rank: Int?), grown: Int
  ) {
    offset = nil
    switch anchor {
    case .last:
      selectedID = rows.last?.id
      selectedPosition = rows.last?.position
      top = max(0, rows.count - height)
      return
    case .first where isFollowing || selectedID == nil:
      selectedID = rows.first?.id
      selectedPosition = rows.first?.position
      top = 0
      return
    default: break
    }
    if selectedIndex == nil { selectNearest() }
    selectedPosition = selected?.position
    if let old = old.top { top = index(of: old.id, at: old.position) }
    // New rows of a list that follows came before this one; in another they may be anywhere.
    if let rank = old.rank, let index = selectedIndex, follows || grown == 0 {
      offset = max(0, rank - 1 + grown - index)
    }
  }

  /// The selected row is gone: the one that took its place is selected.
  private mutating func selectNearest() {
    guard let position = selectedPosition, !rows.isEmpty else {
      selectedID = rows.first?.id
      return
    }
    let index = rows.firstIndex { !Row.precedes($0.position, position) } ?? rows.count - 1
    selectedID = rows[index].id
  }

  private func index(of id: Row.ID, at position: Row.Position) -> Int {
    rows.firstIndex { $0.id == id }
      ?? rows.firstIndex { !Row.precedes($0.position, position) } ?? max(0, rows.count - height)
  }

  /// Forgets rows far from the view, so that scrolling through a long list keeps no more of it
  /// than a few pages.
  private mutating func trim(keepingEnd: Bool) {
    let excess = rows.count - 6 * limit
    guard excess > 0 else { return }
    if keepingEnd {
      rows.removeFirst(excess)
      top = max(0, top - excess)
      offset = offset.map { $0 + excess }
      hasBefore = true
    } else {
      rows.removeLast(excess)
      hasAfter = true
    }
  }
}
