import Domain

/// The form of what is set for a route besides its rules.
struct RouteForm: Equatable, Sendable {
  enum Field: String {
    case scheme, reply, name, online, hours, holidays, fallback
  }

  let route: Route
  /// Whether it is for a scheme that has none yet.
  let isNew: Bool
  let employees: [Employee]
  /// The version that a save replaces.
  private(set) var version: Int?

  init(_ route: Route, isNew: Bool = false, employees: [Employee]) {
    self.route = route
    self.isNew = isNew
    self.employees = employees
    version = isNew || route.id.rawValue == 0 ? nil : route.version
  }

  func form(_ words: Words) -> Form {
    let forms = RouteReply.Form.allCases.map { FormOption($0.rawValue, text: $0.name) }
    let answers = [FormOption("0", text: words(.no)), FormOption("1", text: words(.yes))]
    let fields: [FormField] = [
      .choice(Field.reply.rawValue, .fieldReply, options: forms),
      .text(Field.name.rawValue, .fieldReplyName, limit: 64),
      .choice(
        Field.fallback.rawValue, .fieldFallback, options: DestinationField.options(employees),
        isFree: true),
      .choice(Field.online.rawValue, .fieldOnlineOnly, options: answers),
      .text(Field.hours.rawValue, .fieldHours), .text(Field.holidays.rawValue, .fieldHolidays),
    ]
    let scheme = FormField.text(Field.scheme.rawValue, .fieldScheme, limit: Route.schemeLimit)
    return Form((isNew ? [scheme] : []) + fields, values: values)
  }

  /// As the form keeps them.
  var values: [String: [[String]]] {
    let settings = route.settings
    let texts: [Field: String] = [
      .reply: settings.reply.form.rawValue, .name: settings.reply.name,
      .online: settings.onlineOnly ? "1" : "0", .hours: settings.hours.daysText(),
      .holidays: settings.hours.holidaysText,
      .fallback: DestinationField.text(settings.fallback, employees),
    ]
    return Dictionary(texts.map { ($0.rawValue, [[$1]]) }) { first, _ in first }
  }
}

extension RouteForm: FormUser {
  var id: FormDraft.ID {
    FormDraft.ID(
      kind: isNew ? .newRoute : .route,
      subject: isNew || route.id.rawValue == 0 ? route.integration.rawValue : route.id.rawValue)
  }

  var title: Phrase { isNew ? .newScheme : .editRoute }

  func problems(of form: Form, plan: NumberPlan, words: Words) -> [FormPlace: String] {
    var problems: [FormPlace: String] = [:]
    let text = { (field: Field) in form[field.rawValue] }
    if isNew, text(.scheme).isEmpty {
      problems[FormPlace(field: Field.scheme.rawValue)] = words(.problemNoScheme)
    }
    if RouteReply.Form(rawValue: text(.reply)) == nil {
      problems[FormPlace(field: Field.reply.rawValue)] = words(.problemNotOffered)
    }
    if !RouteReply.isName(text(.name)) {
      problems[FormPlace(field: Field.name.rawValue)] = words(.problemReplyName)
    }
    if WorkingHours.days(text(.hours)) == nil {
      problems[FormPlace(field: Field.hours.rawValue)] = words(.problemHours)
    }
    if WorkingHours.holidays(text(.holidays)) == nil {
      problems[FormPlace(field: Field.holidays.rawValue)] = words(.problemHolidays)
    }
    if DestinationField.read(text(.fallback), employees, plan: plan) == nil {
      problems[FormPlace(field: Field.fallback.rawValue)] = words(.problemDestination)
    }
    return problems
  }

  func save(_ form: Form) -> Effect {
    let text = { (field: Field) in form[field.rawValue] }
    var settings = RouteSettings(
      reply: RouteReply(RouteReply.Form(rawValue: text(.reply)) ?? .json, name: text(.name)),
      onlineOnly: text(.online) == "1")
    settings.hours =
      WorkingHours(days: text(.hours), holidays: text(.holidays)) ?? WorkingHours()
    settings.fallback =
      DestinationField.read(text(.fallback), employees, plan: .ukraine) ?? nil
    return .changeRoutes(
      .settings(
        route.integration, scheme: isNew ? text(.scheme) : route.scheme, version: version, settings)
    )
  }

  mutating func replace(version: Int) {
    self.version = version
  }
}
