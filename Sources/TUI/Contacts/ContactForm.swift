import Domain

/// The form of a contact, as far as it is not the form's own business: who it is for, and what the
/// store said.
///
/// Esc never loses text: a form with text in it is kept as a draft (`ConsoleState.drafts`), and
/// opening a form for the same client brings the text back.
struct ContactForm: Equatable, Sendable {
  /// Why the store did not take it, and what it takes to insist.
  struct Refusal: Equatable, Sendable {
    /// Whose number it is.
    let owner: ContactReference
    /// Who gave it to him; nil where that is not known.
    let user: String?
    /// What was refused; other numbers are asked about anew.
    let numbers: [[String]]
  }

  /// The call that led here.
  let call: Call.ID?
  /// Whose contact it is to be; nil for one that belongs to no call.
  let number: PhoneNumber?
  /// Who got the number meanwhile.
  var owner: ContactReference?
  /// In force as long as the numbers are the refused ones.
  var refusal: Refusal?

  /// A new contact.
  init(number: PhoneNumber? = nil, from call: Call.ID? = nil) {
    self.number = number
    self.call = call
  }

  /// What the form begins with.
  var form: Form {
    var draft = ContactDraft()
    if let number { draft.numbers = [ContactDraft.Number(text: number.grouped)] }
    return Form(ContactForm.fields, values: ContactForm.values(draft))
  }

  private func refusal(of form: Form) -> Refusal? {
    refusal.flatMap { $0.numbers == ContactForm.numbers(in: form) ? $0 : nil }
  }
}

extension ContactForm: FormUser {
  var id: FormDraft.ID { FormDraft.ID(kind: .newContact, number: number) }
  var title: Phrase { .newContact }

  func context(of form: Form) -> KeyContext {
    refusal(of: form) == nil ? .form : .refusedForm
  }

  func settled(_ text: String, at place: FormPlace, plan: NumberPlan) -> String {
    let isNumber = place.field == Field.numbers.rawValue && place.cell == 0
    return isNumber ? plan.number(text)?.grouped ?? text : text
  }

  func problems(of form: Form, plan: NumberPlan, words: Words) -> [FormPlace: String] {
    let problems = ContactForm.draft(form).problems(plan: plan)
    return Dictionary(
      problems.map { (ContactForm.place($0), ContactForm.sentence($1, words)) }
    ) { first, _ in first }
  }

  func save(_ form: Form) -> Effect {
    var draft = ContactForm.draft(form)
    draft.numbers.removeAll(where: \.text.isEmpty)
    draft.emails.removeAll(where: \.isEmpty)
    draft.organizations.removeAll(where: \.isEmpty)
    return .createContact(draft, from: call, besideOwner: refusal(of: form) != nil)
  }

  func notices(of form: Form, in state: ConsoleState) -> [(text: String, role: Role)] {
    if let refusal = refusal(of: form) {
      return [
        (state.taken(refusal.owner, by: refusal.user), .warning),
        (state.words(.takenKeys), .warning),
      ]
    }
    return owner.map { [(state.words(.numberBelongs, state.wording.name($0)), .warning)] } ?? []
  }
}
