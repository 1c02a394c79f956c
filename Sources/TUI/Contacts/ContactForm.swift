import Domain

/// The form "New contact".
///
/// Esc never loses text: a form with text in it is kept as a draft (`ConsoleState.drafts`), and
/// opening a form for the same client brings the text back. Drafts live as long as the console;
/// quitting asks while there are any.
struct ContactForm: Equatable, Sendable {
  static let fields: [ContactDraft.Field] = [
    .name, .number(0), .number(1), .email(0), .organization(0), .responsible, .note,
  ]

  /// Why the store did not take it, and what it takes to insist.
  struct Refusal: Equatable, Sendable {
    /// Whose number it is.
    let owner: ContactReference
    /// Who gave it to him; nil where that is not known.
    let user: String?
  }

  /// The call that led here.
  let origin: Call.ID?
  /// Whose contact it is to be; nil for one that belongs to no call.
  let number: PhoneNumber?
  /// As `fields`.
  private(set) var inputs: [TextField]
  private let initial: [TextField]
  /// Index in `fields`.
  private(set) var focus = 0
  private(set) var problems: [ContactDraft.Field: ContactDraft.Problem] = [:]
  /// Sent to the store, and not answered yet.
  var isSaving = false
  /// Who got the number meanwhile.
  var owner: ContactReference?
  /// Until another number is typed, or the form is left.
  var refusal: Refusal?

  init(number: PhoneNumber? = nil, origin: Call.ID? = nil) {
    self.number = number
    self.origin = origin
    inputs = ContactForm.fields.map {
      TextField($0 == .number(0) ? number?.grouped ?? "" : "")
    }
    initial = inputs
  }

  var hasUnsavedText: Bool {
    inputs.map(\.text) != initial.map(\.text)
  }

  func isSameClient(as other: ContactForm) -> Bool {
    number == other.number
  }

  mutating func moveFocus(by steps: Int) {
    focus = (focus + steps + inputs.count) % inputs.count
  }

  mutating func edit(_ key: Key) {
    guard !isSaving else { return }
    guard inputs[focus].edit(key) else { return }
    problems[ContactForm.fields[focus]] = nil
    if case .number = ContactForm.fields[focus] { refusal = nil }
  }

  /// Checks every field and stands on the first bad one.
  /// - Returns: what to store; nil where something is wrong.
  mutating func checked(plan: NumberPlan) -> ContactDraft? {
    problems = draft.problems(plan: plan)
    if let bad = ContactForm.fields.firstIndex(where: { problems[$0] != nil }) {
      focus = bad
      return nil
    }
    var checked = draft
    checked.numbers.removeAll(where: \.text.isEmpty)
    checked.emails.removeAll(where: \.isEmpty)
    checked.organizations.removeAll(where: \.isEmpty)
    return checked
  }

  private var draft: ContactDraft {
    let texts = inputs.map(\.text.trimmed)
    return ContactDraft(
      name: texts[0], numbers: texts[1...2].map { ContactDraft.Number(text: $0) },
      emails: [texts[3]], organizations: [texts[4]], responsible: texts[5], note: texts[6])
  }
}

extension ConsoleState {
  /// Opens the form for a client: the one that is open already, the one that was left, or a new
  /// one.
  mutating func openForm(number: PhoneNumber?, origin: Call.ID?) {
    var form = ContactForm(number: number, origin: origin)
    let open = layers.firstIndex {
      if case .form(let other) = $0 { other.isSameClient(as: form) } else { false }
    }
    if let open {
      layers.append(layers.remove(at: open))
      return
    }
    if let left = drafts.firstIndex(where: { $0.isSameClient(as: form) }) {
      form = drafts.remove(at: left)
      form.refusal = nil
      message = Message(text: words(.draftBack), role: .success)
    }
    layers.append(.form(form))
  }

  /// Changes the form that keys go to.
  mutating func updateTopForm(_ change: (inout ContactForm) -> Void) {
    guard case .form(var form) = layers.last else { return }
    change(&form)
    layers[layers.count - 1] = .form(form)
  }

  mutating func saveForm() -> [Effect] {
    guard case .form(var form) = layers.last, !form.isSaving else { return [] }
    let draft = form.checked(plan: configuration.plan)
    form.isSaving = draft != nil
    layers[layers.count - 1] = .form(form)
    let insists = form.refusal != nil
    return draft.map { [.createContact($0, from: form.origin, besideOwner: insists)] } ?? []
  }

  /// Enter, where the number has an owner: his card in place of the form, whose text is kept.
  mutating func openOwner() {
    guard case .form(let form) = layers.last, let owner = form.refusal?.owner else { return }
    close()
    layers.append(.client(ClientCard(owner.id)))
  }
}
