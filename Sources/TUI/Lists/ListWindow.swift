import Domain

/// The part of a long sorted list that is in memory: rows without gaps, and what is known of the
/// rest.
struct ListWindow<Row: ListRow>: Equatable, Sendable {
  private(set) var rows: [Row] = []
  private(set) var hasBefore = false
  private(set) var hasAfter = false
  private(set) var isLoaded = false
  /// Rows in the whole list; nil while they are counted for the first time.
  private(set) var total: Int?
  /// Rows of the whole list before `rows`; nil where that is not known.
  private(set) var offset: Int?

  func index(of id: Row.ID?) -> Int? {
    id.flatMap { id in rows.firstIndex { $0.id == id } }
  }

  /// The first row at that place or behind it.
  func index(at position: Row.Position) -> Int? {
    rows.firstIndex { !Row.precedes($0.position, position) }
  }

  /// The row in the place of one that is gone.
  func nearest(to position: Row.Position?) -> Row? {
    guard let position else { return rows.first }
    return index(at: position).map { rows[$0] } ?? rows.last
  }

  mutating func append(_ page: Page<Row>, total: Int?) {
    rows += page.rows
    // A page without rows is the end, whatever it says: else it would be asked for forever.
    hasAfter = page.hasAfter && !page.rows.isEmpty
    count(total)
  }

  mutating func prepend(_ page: Page<Row>, total: Int?) {
    rows = page.rows + rows
    hasBefore = page.hasBefore && !page.rows.isEmpty
    offset = offset.map { $0 - page.rows.count }
    count(total)
  }

  mutating func replace(with page: Page<Row>, total: Int?) {
    rows = page.rows
    hasBefore = page.hasBefore
    hasAfter = page.hasAfter
    isLoaded = true
    offset = nil
    count(isWhole ? rows.count : total)
  }

  /// Whether no row is left out.
  var isWhole: Bool { isLoaded && !hasBefore && !hasAfter }

  /// - Parameter total: nil where it is what it was.
  mutating func count(_ total: Int?) {
    self.total = total ?? self.total
    if !hasBefore { offset = 0 } else if !hasAfter { offset = self.total.map { $0 - rows.count } }
  }

  /// Says where in the whole list a row is, where the window's own ends do not tell.
  mutating func place(_ index: Int, at rank: Int) {
    if hasBefore, hasAfter { offset = max(0, rank - index) }
  }

  /// Forgets the first rows over `limit`.
  /// - Returns: how many.
  mutating func trimStart(to limit: Int) -> Int {
    let excess = max(0, rows.count - limit)
    guard excess > 0 else { return 0 }
    rows.removeFirst(excess)
    offset = offset.map { $0 + excess }
    hasBefore = true
    return excess
  }

  /// Forgets the last rows over `limit`.
  mutating func trimEnd(to limit: Int) {
    let excess = max(0, rows.count - limit)
    guard excess > 0 else { return }
    rows.removeLast(excess)
    hasAfter = true
  }
}
