import Domain

/// The form of a routing rule.
struct RuleForm: Equatable, Sendable {
  enum Field: String {
    case kind, days, destination
  }

  /// Nil for a new one.
  let entry: Route.Entry?
  let route: Route
  let employees: [Employee]

  init(_ entry: Route.Entry?, of route: Route, employees: [Employee]) {
    self.entry = entry
    self.route = route
    self.employees = employees
  }

  func form(_ words: Words) -> Form {
    let kinds: [(RouteReason, Phrase)] = [
      (.responsible, .kindResponsible), (.lastTalked, .kindLast), (.openOrder, .kindOrder),
      (.open, .kindOpen), (.closed, .kindClosed),
    ]
    let rule = entry?.rule ?? .responsible
    var (days, destination) = ("30", "")
    switch rule {
    case .lastTalked(let limit): days = String(limit)
    case .hours(_, let there): destination = DestinationField.text(there, employees)
    default: break
    }
    return Form(
      [
        .choice(
          Field.kind.rawValue, .fieldRule,
          options: kinds.map { FormOption($0.0.rawValue, text: words($0.1)) }),
        .text(Field.days.rawValue, .fieldDays, limit: 4),
        .choice(
          Field.destination.rawValue, .fieldDestination,
          options: DestinationField.options(employees), isFree: true),
      ],
      values: [
        Field.kind.rawValue: [[rule.reason.rawValue]], Field.days.rawValue: [[days]],
        Field.destination.rawValue: [[destination]],
      ])
  }

  /// Nil where a field that the rule needs cannot be read.
  private func rule(_ form: Form, plan: NumberPlan) -> RoutingRule? {
    switch RouteReason(rawValue: form[Field.kind.rawValue]) {
    case .responsible: .responsible
    case .openOrder: .openOrder
    case .lastTalked:
      days(form).map { .lastTalked(days: $0) }
    case .open: destination(form, plan: plan).map { .hours(isOpen: true, $0) }
    case .closed: destination(form, plan: plan).map { .hours(isOpen: false, $0) }
    default: nil
    }
  }

  private func days(_ form: Form) -> Int? {
    let text = form[Field.days.rawValue]
    guard text.allSatisfy(\.isASCIIDigit), let days = Int(text),
      (1...RoutingRule.daysLimit).contains(days)
    else { return nil }
    return days
  }

  private func destination(_ form: Form, plan: NumberPlan) -> Destination?? {
    DestinationField.read(form[Field.destination.rawValue], employees, plan: plan)
  }
}

extension RuleForm: FormUser {
  var id: FormDraft.ID {
    FormDraft.ID(
      kind: entry == nil ? .newRoutingRule : .routingRule,
      subject: entry?.id.rawValue ?? route.id.rawValue)
  }

  var title: Phrase { entry == nil ? .newRule : .editRule }
  var version: Int? { nil }

  func problems(of form: Form, plan: NumberPlan, words: Words) -> [FormPlace: String] {
    switch RouteReason(rawValue: form[Field.kind.rawValue]) {
    case .lastTalked where days(form) == nil:
      return [
        FormPlace(field: Field.days.rawValue): words(
          .problemDays, String(RoutingRule.daysLimit))
      ]
    case .open where destination(form, plan: plan) == nil,
      .closed where destination(form, plan: plan) == nil:
      return [FormPlace(field: Field.destination.rawValue): words(.problemDestination)]
    case nil: return [FormPlace(field: Field.kind.rawValue): words(.problemNotOffered)]
    default: return [:]
    }
  }

  func save(_ form: Form) -> Effect {
    let rule = rule(form, plan: .ukraine) ?? .responsible
    guard let entry else {
      return .changeRoutes(.addRule(route.integration, scheme: route.scheme, rule))
    }
    return .changeRoutes(.setRule(entry, of: route.id, to: rule))
  }
}

/// A field that takes an employee's name, a number or a login; empty to leave a caller to the
/// provider.
enum DestinationField {
  static func options(_ employees: [Employee]) -> [FormOption] {
    employees.filter { !$0.isSystem }.map { FormOption($0.name) }
  }

  static func text(_ destination: Destination?, _ employees: [Employee]) -> String {
    switch destination {
    case .employee(let id): employees.first { $0.id == id }?.name ?? ""
    case .line(let line): line.grouped
    case nil: ""
    }
  }

  /// Nil for what is none of them.
  static func read(_ text: String, _ employees: [Employee], plan: NumberPlan) -> Destination?? {
    if text.trimmed.isEmpty { return .some(nil) }
    if let employee = Roster(employees).employee(named: text) { return .employee(employee.id) }
    guard let line = plan.number(text) else { return nil }
    switch line.kind {
    case .international, .local, .extension: return .line(line)
    case .login: return EmployeeDraft.isLogin(line.text) ? .line(line) : nil
    case .other: return nil
    }
  }
}
