import Domain

/// The form of an employee.
struct EmployeeForm: Equatable, Sendable {
  enum Field: String {
    case name, login, number, away, providerID, crmID
  }

  /// Nil for a new one.
  let edited: Employee?
  /// The version that a save replaces.
  private(set) var version: Int?

  init(_ employee: Employee?) {
    edited = employee
    version = employee?.version
  }

  func form(_ words: Words) -> Form {
    let options = [FormOption("0", text: words(.no)), FormOption("1", text: words(.yes))]
    return Form(
      [
        .text(Field.name.rawValue, .fieldName), .text(Field.login.rawValue, .fieldLogin),
        .text(Field.number.rawValue, .fieldNumber),
        .choice(Field.away.rawValue, .fieldAway, options: options),
        .text(Field.providerID.rawValue, .fieldProviderStaffID),
        .text(Field.crmID.rawValue, .fieldCRMID),
      ], values: EmployeeForm.values(edited.map { EmployeeDraft($0) } ?? EmployeeDraft()))
  }

  /// As the form keeps them.
  static func values(_ draft: EmployeeDraft) -> [String: [[String]]] {
    let texts: [Field: String] = [
      .name: draft.name, .login: draft.login, .number: draft.number,
      .away: draft.isAway ? "1" : "0", .providerID: draft.providerID, .crmID: draft.crmID,
    ]
    return Dictionary(texts.map { ($0.rawValue, [[$1]]) }) { first, _ in first }
  }

  private static func draft(_ form: Form) -> EmployeeDraft {
    EmployeeDraft(
      name: form[Field.name.rawValue], number: form[Field.number.rawValue],
      login: form[Field.login.rawValue], crmID: form[Field.crmID.rawValue],
      providerID: form[Field.providerID.rawValue], isAway: form[Field.away.rawValue] == "1")
  }

  private static func field(_ field: EmployeeDraft.Field) -> Field {
    switch field {
    case .name: .name
    case .number: .number
    case .login: .login
    case .crmID: .crmID
    case .providerID: .providerID
    }
  }
}

extension EmployeeForm: FormUser {
  var id: FormDraft.ID {
    FormDraft.ID(kind: edited == nil ? .newEmployee : .employee, subject: edited?.id.rawValue)
  }

  var title: Phrase { edited == nil ? .newEmployee : .editEmployee }

  func settled(_ text: String, at place: FormPlace, plan: NumberPlan) -> String {
    place.field == Field.number.rawValue ? plan.number(text)?.grouped ?? text : text
  }

  func problems(of form: Form, plan: NumberPlan, words: Words) -> [FormPlace: String] {
    let problems = EmployeeForm.draft(form).problems(plan: plan)
    return Dictionary(
      problems.map { field, problem in
        (FormPlace(field: EmployeeForm.field(field).rawValue), problem.sentence(words))
      }
    ) { first, _ in first }
  }

  func save(_ form: Form) -> Effect {
    let draft = EmployeeForm.draft(form)
    guard let edited, let version else { return .createEmployee(draft) }
    return .updateEmployee(edited.id, version: version, draft)
  }

  mutating func replace(version: Int) {
    self.version = version
  }
}

extension EmployeeDraft.Problem {
  public func sentence(in language: Language) -> String {
    sentence(Words(language: language))
  }

  func sentence(_ words: Words) -> String {
    switch self {
    case .noName: words(.problemNoName)
    case .tooLong(let limit): words(.problemTooLong, String(limit))
    case .notANumber: words(.problemNotALine)
    case .notALogin: words(.problemNotALogin)
    }
  }
}
