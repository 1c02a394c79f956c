import Domain

/// What a form is for: what its fields mean, what is wrong with them, and what saving them does.
protocol FormUser: Sendable {
  /// What the form is for. There is one form for a record: it comes back where it was left.
  var id: FormDraft.ID { get }
  var title: Phrase { get }
  /// The call that led to the form; it is read for as long as the form is open.
  var call: Call.ID? { get }
  /// Of the record that a save replaces; nil for a new one.
  var version: Int? { get }
  /// Whose keys act.
  func context(of form: Form) -> KeyContext

  /// A text as it stands once its cell is left.
  func settled(_ text: String, at place: FormPlace, plan: NumberPlan) -> String
  /// What is wrong, a sentence for each cell.
  func problems(of form: Form, plan: NumberPlan, words: Words) -> [FormPlace: String]
  /// Stores a form without problems.
  func save(_ form: Form) -> Effect
  /// What stands below the fields while nothing is wrong with the focused one.
  func notices(of form: Form, in state: ConsoleState) -> [(text: String, role: Role)]
}

extension FormUser {
  var call: Call.ID? { nil }

  func settled(_ text: String, at place: FormPlace, plan: NumberPlan) -> String { text }
  func context(of form: Form) -> KeyContext { .form }
  func notices(of form: Form, in state: ConsoleState) -> [(text: String, role: Role)] { [] }
}

/// Everyone who uses forms.
enum FormSubject: Equatable, Sendable {
  case contact(ContactForm)
  case organization(OrganizationForm)
  // Orders.
  case order(OrderForm)
  case status(StatusForm)
  case integration(IntegrationForm)
  // Employees and call routing.
  case employee(EmployeeForm)
  case route(RouteForm)
  case routingRule(RuleForm)

  var user: any FormUser {
    switch self {
    case .contact(let form): form
    case .organization(let form): form
    case .order(let form): form
    case .status(let form): form
    case .integration(let form): form
    case .employee(let form): form
    case .route(let form): form
    case .routingRule(let form): form
    }
  }

  mutating func replace(version: Int) {
    switch self {
    case .contact(var form):
      form.replace(version: version)
      self = .contact(form)
    case .organization: break
    case .order(var form):
      form.replace(version: version)
      self = .order(form)
    case .status: break
    case .integration(var form):
      form.replace(version: version)
      self = .integration(form)
    case .employee(var form):
      form.replace(version: version)
      self = .employee(form)
    case .route(var form):
      form.replace(version: version)
      self = .route(form)
    case .routingRule: break
    }
  }
}
