import Domain

extension ConsoleState {
  /// The form: a field a line, what is wrong with the focused one below all of them.
  func draw(_ form: ContactForm, in frame: inout Frame) {
    let fields = ContactForm.fields
    let box = Layout.dialogs(in: size).centered(Size(columns: 70, rows: fields.count + 4))
    frame.clear(box, role: .dialog)
    frame.box(box, title: words(.newContact), role: .borderFocused, titleRole: .dialogTitle)
    let inside = box.inset(columns: 2, rows: 1)
    let (list, footer) = inside.split(bottom: form.refusal == nil ? 1 : 2)
    let labels = fields.map { DisplayWidth.of(words($0.label)) }.max() ?? 0
    let room = max(1, list.columns - labels - 2)
    // On a low screen the fields scroll so that the focused one is in sight.
    let first = max(0, form.focus - list.rows + 1)
    for (row, index) in (first..<min(fields.count, first + list.rows)).enumerated() {
      let isFocused = index == form.focus
      frame.put(
        words(fields[index].label), at: list.position(row: row), width: labels,
        role: .fieldLabel)
      let place = list.position(column: labels + 2, row: row)
      let isBad = form.problems[fields[index]] != nil
      let view = form.inputs[index].view(columns: room)
      frame.put(
        view.text, at: place, width: room,
        role: isBad ? .fieldError : isFocused ? .fieldFocused : .field, padded: true)
      if isFocused { frame.cursor = place.moved(columns: view.cursor) }
    }
    let (text, role) = note(of: form)
    frame.put(text, at: footer.origin, width: footer.columns, role: role)
    if form.refusal != nil {
      frame.put(
        words(.takenKeys), at: footer.position(row: 1), width: footer.columns, role: .warning)
    }
  }

  private func note(of form: ContactForm) -> (String, Role) {
    if let problem = form.problems[ContactForm.fields[form.focus]] {
      return (sentence(problem), .error)
    }
    if form.isSaving { return (words(.saving), .dim) }
    if let refusal = form.refusal {
      return (taken(refusal.owner, by: refusal.user), .warning)
    }
    if let owner = form.owner { return (words(.numberBelongs, wording.name(owner)), .warning) }
    return ("", .plain)
  }

  private func sentence(_ problem: ContactDraft.Problem) -> String {
    switch problem {
    case .empty: words(.problemEmpty)
    case .tooLong(let limit): words(.problemTooLong, String(limit))
    case .notANumber: words(.problemNotANumber)
    case .repeatedNumber: words(.problemRepeated)
    case .notAnEmail: words(.problemNotAnEmail)
    }
  }
}

extension ContactDraft.Field {
  fileprivate var label: Phrase {
    switch self {
    case .name: .fieldName
    case .number(0): .fieldNumber
    case .number: .fieldSecondNumber
    case .label: .fieldLabel
    case .email: .fieldEmail
    case .organization: .fieldOrganization
    case .responsible: .fieldResponsible
    case .note: .fieldNote
    case .googleClientID: .fieldGoogleClientID
    case .externalID: .fieldExternalID
    }
  }
}
