import Domain

/// Unfinished forms: kept in the store as they are typed, so that nothing that ends a console loses
/// them, and offered again.
extension FormDialog {
  /// Nil while nothing stands in the form that the store has not.
  var draft: FormDraft? {
    guard form.hasTextForDraft else { return nil }
    return FormDraft(
      id: user.id, origin: user.call, version: user.version, fields: form.draftFields)
  }

  /// Puts back what was typed when the form was left.
  mutating func restore(_ draft: FormDraft) {
    form.restore(draft.fields)
    if let version = draft.version { subject.replace(version: version) }
  }
}

extension Layer {
  /// Under which name it is kept, and what of it; nil where nothing is typed into it.
  fileprivate var draft: (id: FormDraft.ID, draft: FormDraft?)? {
    switch self {
    case .form(let dialog): (dialog.user.id, dialog.draft)
    case .note(let note): (note.id, note.draft)
    default: nil
    }
  }
}

extension ConsoleState {
  /// What of the open forms is not kept yet.
  mutating func keepDrafts() -> [Effect] {
    var effects: [Effect] = []
    for layer in layers {
      guard let (id, draft) = layer.draft else { continue }
      guard draft != drafts.first(where: { $0.id == id }) else { continue }
      drafts.removeAll { $0.id == id }
      unkeptDrafts.remove(id)
      ownDrafts.insert(id)
      if let draft {
        drafts.append(draft)
        effects.append(.saveDraft(draft))
      } else {
        effects.append(.dropDraft(id))
      }
    }
    return effects
  }

  /// The form was saved, or its text is not wanted any more.
  mutating func dropDraft(_ id: FormDraft.ID) -> [Effect] {
    unkeptDrafts.remove(id)
    guard drafts.contains(where: { $0.id == id }) else { return [] }
    drafts.removeAll { $0.id == id }
    ownDrafts.insert(id)
    return [.dropDraft(id)]
  }

  /// What earlier consoles have left, and other ones of the same user have finished since.
  mutating func draftsLoaded(_ loaded: [FormDraft]) {
    draftsFreshness.settle()
    let own = ownDrafts.union(openForms)
    drafts = loaded.filter { !own.contains($0.id) } + drafts.filter { own.contains($0.id) }
  }

  private var openForms: [FormDraft.ID] {
    layers.compactMap { $0.draft?.id }
  }

  /// Those that no open form shows.
  var leftDrafts: [FormDraft] {
    let open = openForms
    return drafts.filter { !open.contains($0.id) }
  }

  /// `2 unfinished forms: press R`
  var draftsSentence: Message? {
    let count = leftDrafts.count
    guard count > 0 else { return nil }
    return Message(text: words(.draftsLeft, words.count(count, .unfinishedForm)), role: .warning)
  }
}
