import Domain

/// Who has to be called back. The list is read as a whole: it is as long as a day's misses.
struct CallBackScreen: Equatable, Sendable {
  var list = KeyedList<CallBackEntry>()
  var panes = PaneView()

  /// - Parameter entries: in any order.
  mutating func load(_ entries: [CallBackEntry]) {
    guard let anchor = list.pending else { return }
    let rows = entries.sorted { CallBackEntry.precedes($0.position, $1.position) }
    list.load(
      Page(rows: rows, hasBefore: false, hasAfter: false), at: anchor, total: rows.count)
  }

  mutating func loadFailed() {
    if let anchor = list.pending { list.loadFailed(anchor) }
  }
}
