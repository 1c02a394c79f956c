import Domain

extension Bindings {
  static let comparison: [Binding] = [
    Binding(.left, .character("h"), does: .chooseLeft, label: .doChooseLeft, hinted: true),
    Binding(.right, .character("l"), does: .chooseRight, label: .doChooseRight, hinted: true),
    Binding(.character("b"), does: .chooseBoth, label: .doChooseBoth, hinted: true) {
      $0.topComparison?.selectedRow?.takesBoth == true ? nil : .whyNotBoth
    },
    Binding(.tab, does: .preview, label: .doPreview, hinted: true),
    Binding(.function(2), .control("s"), does: .saveChoices, label: .doSave, hinted: true),
    Binding(.escape, does: .close, label: .doGoBack, hinted: true) {
      $0.topComparison?.isSaving == true ? .saving : nil
    },
    Binding(.up, .character("k"), does: .up, label: .doUp),
    Binding(.down, .character("j"), does: .down, label: .doDown),
    Binding(.character("?"), does: .help, label: .doHelp),
  ]
}

extension ConsoleState {
  var topComparison: Comparison? {
    if case .comparison(let comparison) = layers.last { comparison } else { nil }
  }

  private mutating func updateTopComparison(_ change: (inout Comparison) -> Void) {
    guard var comparison = topComparison, !comparison.isSaving else { return }
    change(&comparison)
    layers[layers.count - 1] = .comparison(comparison)
  }

  mutating func performInComparison(_ action: Action) -> [Effect] {
    if action == .saveChoices { return saveChoices() }
    let lines = topComparison.map { outcomeLines($0).count } ?? 0
    let view = comparisonView
    updateTopComparison { comparison in
      switch action {
      case .chooseLeft: comparison.choose(.left)
      case .chooseRight: comparison.choose(.right)
      case .chooseBoth: comparison.choose(.both)
      case .preview: comparison.isPreview.toggle()
      case .up, .down:
        if comparison.isPreview {
          comparison.scroll = scrolled(comparison.scroll, action, lines: lines, view: view)
        } else {
          comparison.move(by: action == .up ? -1 : 1)
        }
      default: break
      }
    }
    return []
  }

  private mutating func saveChoices() -> [Effect] {
    guard var comparison = topComparison, !comparison.isSaving else { return [] }
    switch comparison.purpose {
    case .conflict(let id, let version):
      layers.removeLast()
      guard let dialog = topForm, dialog.user.id == id else { return [] }
      updateTopDialog { $0.resolve(comparison.result, version: version) }
      return saveForm()
    case .merge(let keep, let remove):
      let draft = ContactForm.draft(Form(ContactForm.fields, values: comparison.result)).stripped
      if let problem = draft.problems(plan: configuration.plan).values.first {
        message = Message(text: ContactForm.sentence(problem, words), role: .error)
        return []
      }
      comparison.isSaving = true
      layers[layers.count - 1] = .comparison(comparison)
      return [.mergeContacts(keep: keep.edition, remove: remove.edition, draft)]
    }
  }
}
