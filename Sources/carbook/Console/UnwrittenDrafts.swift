import Domain

/// Unfinished forms that wait to be written: a second after the first key, not at each one, as every
/// write makes every console look at the store.
struct UnwrittenDrafts {
  /// Milliseconds.
  static let delay: Int64 = 1000

  private var drafts: [FormDraft.ID: FormDraft?] = [:]
  private var due: Int64?

  /// - Parameters:
  ///   - draft: nil where the form was saved or emptied.
  ///   - now: in milliseconds, of a clock that only goes forward.
  mutating func put(_ draft: FormDraft?, _ id: FormDraft.ID, now: Int64) {
    drafts[id] = .some(draft)
    due = due ?? now + UnwrittenDrafts.delay
  }

  /// Milliseconds until they are to be written; nil where there is none.
  func wait(now: Int64) -> Int64? {
    due.map { max(0, $0 - now) }
  }

  /// What is to be written now; nil for what is to be dropped.
  mutating func take() -> [(id: FormDraft.ID, draft: FormDraft?)] {
    defer { self = UnwrittenDrafts() }
    return drafts.map { ($0.key, $0.value) }
  }
}
