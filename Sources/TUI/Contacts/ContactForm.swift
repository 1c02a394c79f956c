import Domain

/// The form of a contact, as far as it is not the form's own business: who it is for, and what the
/// store said.
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
  /// Who is changed, as he was when the form was opened; nil for a new one.
  let edited: Contact?
  /// The version that a save replaces.
  private(set) var version: Int?
  /// Who got the number meanwhile.
  var owner: ContactReference?
  /// In force as long as the numbers are the refused ones.
  var refusal: Refusal?

  /// A new contact.
  init(number: PhoneNumber? = nil, from call: Call.ID? = nil) {
    self.number = number
    self.call = call
    edited = nil
  }

  init(editing contact: Contact) {
    edited = contact
    version = contact.version
    number = nil
    call = nil
  }

  /// What the form begins with.
  var form: Form {
    var draft = edited.map { ContactDraft($0) } ?? ContactDraft()
    if let number { draft.numbers = [ContactDraft.Number(text: number.grouped)] }
    return Form(ContactForm.fields, values: ContactForm.values(draft))
  }

  func refusal(of form: Form) -> Refusal? {
    refusal.flatMap { $0.numbers == ContactForm.numbers(in: form) ? $0 : nil }
  }
}

extension ContactForm: FormUser {
  var id: FormDraft.ID {
    FormDraft.ID(
      kind: edited == nil ? .newContact : .contact, subject: edited?.id.rawValue, number: number)
  }

  var title: Phrase { edited == nil ? .newContact : .changeContact }

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
    let draft = ContactForm.draft(form).stripped
    let insists = refusal(of: form) != nil
    guard let edited, let version else {
      return .createContact(draft, from: call, besideOwner: insists)
    }
    return .updateContact(edited.id, version: version, draft, besideOwner: insists)
  }

  mutating func replace(version: Int) {
    self.version = version
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

extension ContactDraft {
  /// Without the rows of the form that are empty.
  var stripped: ContactDraft {
    var draft = self
    draft.numbers.removeAll(where: \.text.isEmpty)
    draft.emails.removeAll(where: \.isEmpty)
    draft.organizations.removeAll(where: \.isEmpty)
    return draft
  }
}
