import Domain

/// A form in the middle of the screen, and what it is for.
struct FormDialog: Equatable, Sendable {
  var form: Form
  var subject: FormSubject
  /// Sent to the store, and not answered yet.
  var isSaving = false

  init(_ form: Form, for subject: FormSubject) {
    self.form = form
    self.subject = subject
  }

  var user: any FormUser { subject.user }
  var context: KeyContext { form.isChoosing ? .choices : user.context(of: form) }

  /// Changes the form; nothing changes while it is being saved. A cell that is left is checked.
  mutating func change(_ state: ConsoleState, _ change: (inout Form) -> Void) {
    guard !isSaving else { return }
    let left = form.focusedPlace
    change(&form)
    guard form.focusedPlace != left else { return }
    let text = form.text(at: left)
    let settled = user.settled(text, at: left, plan: state.configuration.plan)
    form.settle(left, text: settled, problem: nil)
    // What is missing may still come: it is said on saving.
    if !text.trimmed.isEmpty {
      form.settle(left, text: settled, problem: problems(state)[left])
    }
    form.removeEmptyRows()
  }

  /// Takes what was chosen of two versions; the next save replaces `version`.
  mutating func resolve(_ values: [String: [[String]]], version: Int) {
    form.restore(values)
    subject.replace(version: version)
  }

  /// Checks every field and stands on the first bad one.
  /// - Returns: whether the form can be stored.
  mutating func check(_ state: ConsoleState) -> Bool {
    form.closeChoices()
    let user = user
    form.settle { user.settled($0, at: $1, plan: state.configuration.plan) }
    let problems = problems(state)
    form.show(problems)
    return problems.isEmpty
  }

  private func problems(_ state: ConsoleState) -> [FormPlace: String] {
    let words = state.words
    return form.problems(words).merging(
      user.problems(of: form, plan: state.configuration.plan, words: words)
    ) { $1 }
  }
}

extension Form {
  fileprivate func text(at place: FormPlace) -> String {
    guard let field = fields.first(where: { $0.id == place.field }),
      field.rows.indices.contains(place.row)
    else { return "" }
    return field.rows[place.row][place.cell].text
  }

  /// What is wrong whatever the fields mean.
  fileprivate func problems(_ words: Words) -> [FormPlace: String] {
    var problems: [FormPlace: String] = [:]
    for focus in places {
      let cell = fields[focus.field].cells[focus.cell]
      let text = fields[focus.field].rows[focus.row][focus.cell].text.trimmed
      if text.count > cell.limit {
        problems[place(focus)] = words(.problemTooLong, String(cell.limit))
      } else if cell.kind == .choice(isFree: false), !text.isEmpty,
        !cell.options.contains(where: { $0.text == text })
      {
        problems[place(focus)] = words(.problemNotOffered)
      }
    }
    return problems
  }
}

extension ConsoleState {
  /// Opens a form: the one for the same record that is open already, the one that was left, or
  /// this one.
  mutating func open(_ dialog: FormDialog) {
    let open = layers.firstIndex {
      if case .form(let other) = $0 { other.user.id == dialog.user.id } else { false }
    }
    if let open {
      layers.append(layers.remove(at: open))
      return
    }
    var dialog = dialog
    if let draft = drafts.first(where: { $0.id == dialog.user.id }) {
      dialog.restore(draft)
      message = Message(text: words(.draftBack), role: .success)
    }
    layers.append(.form(dialog))
  }

  /// The form that keys go to.
  var topForm: FormDialog? {
    if case .form(let dialog) = layers.last { dialog } else { nil }
  }

  /// Changes the form that keys go to.
  mutating func updateTopForm(_ change: (inout Form) -> Void) {
    guard var dialog = topForm else { return }
    dialog.change(self, change)
    layers[layers.count - 1] = .form(dialog)
  }

  /// Changes the form that keys go to, and what it is for.
  mutating func updateTopDialog(_ change: (inout FormDialog) -> Void) {
    guard var dialog = topForm else { return }
    change(&dialog)
    layers[layers.count - 1] = .form(dialog)
  }

  /// Changes every form that is open.
  mutating func updateForms(_ change: (inout FormDialog) -> Void) {
    for index in layers.indices {
      guard case .form(var dialog) = layers[index] else { continue }
      change(&dialog)
      layers[index] = .form(dialog)
    }
  }

  mutating func saveForm() -> [Effect] {
    guard var dialog = topForm, !dialog.isSaving else { return [] }
    dialog.isSaving = dialog.check(self)
    layers[layers.count - 1] = .form(dialog)
    return dialog.isSaving ? [dialog.user.save(dialog.form)] : []
  }

  /// The keys of a form.
  mutating func performInForm(_ action: Action) {
    let columns = topForm.map { formRoom($0) } ?? 1
    updateTopForm { form in
      switch action {
      case .nextField:
        form.takeChoice()
        form.moveFocus(by: 1)
      case .previousField: form.moveFocus(by: -1)
      case .nextLine: form.moveLine(by: 1, columns: columns)
      case .previousLine: form.moveLine(by: -1, columns: columns)
      case .choices: form.openChoices()
      case .nextChoice: form.moveChoice(by: 1)
      case .previousChoice: form.moveChoice(by: -1)
      case .closeChoices: form.closeChoices()
      case .rowToFront: form.moveRowToFront()
      default: break
      }
    }
  }
}
