/// One record that is shown: which, and whether it is here, on its way or out of date.
struct Slot<ID: Hashable & Sendable, Value: Equatable & Sendable>: Equatable, Sendable {
  private(set) var id: ID?
  /// What was read last; it stays while a newer one is on its way.
  private(set) var value: Value?
  /// The answer was that there is no such record.
  private(set) var isGone = false
  private var isStale = false
  private var isPending = false

  /// - Returns: the id to ask for now; nil where it is here or on its way.
  mutating func request(_ wanted: ID?) -> ID? {
    if wanted != id {
      self = Slot()
      id = wanted
      isStale = true
    }
    guard let id, isStale, !isPending else { return nil }
    isStale = false
    isPending = true
    return id
  }

  /// Takes in an answer, unless something else is wanted by now. Nil: there is no such record.
  mutating func load(_ id: ID, _ value: Value?) {
    guard id == self.id else { return }
    isPending = false
    isGone = value == nil
    self.value = value
  }

  mutating func loadFailed(_ id: ID) {
    if id == self.id { isPending = false }
  }

  mutating func invalidate() {
    isStale = true
  }
}

/// Whether something that is always shown has to be read again.
struct Freshness: Equatable, Sendable {
  private var isStale: Bool
  private var isPending = false

  init(isStale: Bool = true) {
    self.isStale = isStale
  }

  /// Whether to ask now.
  mutating func request() -> Bool {
    guard isStale, !isPending else { return false }
    isStale = false
    isPending = true
    return true
  }

  /// An answer came, or a failure.
  mutating func settle() {
    isPending = false
  }

  mutating func invalidate() {
    isStale = true
  }
}
