import Domain

/// The form of an integration, new or as it is. Its auth key is dots on the screen and in no draft.
struct IntegrationForm: Equatable, Sendable {
  /// The raw value names the field in drafts.
  enum Field: String, CaseIterable {
    case connection, api, name, available, project, authKey, baseURL, zone, ownNumbers, sipLogins,
      publicURL, newNumbers, announcement, contactLink, leadLink, dealLink
  }

  /// What is edited; nil for a new one.
  let integration: Integration.ID?
  /// The version that a save replaces.
  private(set) var version: Int?
  /// What the form began with.
  let initial: IntegrationDraft

  /// A new one.
  init() {
    integration = nil
    initial = IntegrationDraft()
  }

  init(editing integration: Integration) {
    self.integration = integration.id
    version = integration.version
    initial = IntegrationDraft(integration)
  }

  /// The fields, filled in.
  func form(_ words: Words) -> Form {
    let switches = [
      FormOption("1", text: words(.switchedOn)), FormOption("0", text: words(.switchedOff)),
    ]
    let treatments = [
      FormOption(NewNumbers.ask.rawValue, text: words(.newNumbersAsk)),
      FormOption(NewNumbers.create.rawValue, text: words(.newNumbersCreate)),
    ]
    let zones = Zone.knownIdentifiers.map { FormOption($0) }
    return Form(
      [
        .choice(
          Field.connection.rawValue, .fieldConnection,
          options: ConnectionType.allCases.map { FormOption($0.rawValue, text: $0.name) }),
        .choice(
          Field.api.rawValue, .fieldAPI,
          options: TelephonyAPI.allCases.map { FormOption($0.rawValue, text: $0.name) }),
        .text(Field.name.rawValue, .fieldIntegrationName, limit: IntegrationDraft.nameLimit),
        .choice(Field.available.rawValue, .fieldAvailable, options: switches),
        .text(Field.project.rawValue, .fieldProject, limit: IntegrationDraft.projectLimit),
        .secret(Field.authKey.rawValue, .fieldAuthKey, limit: IntegrationDraft.keyLimit),
        .text(Field.baseURL.rawValue, .fieldBaseURL, limit: WebAddress.limit),
        .choice(Field.zone.rawValue, .fieldZone, options: zones, isFree: true),
        .list(Field.ownNumbers.rawValue, .fieldOwnNumbers),
        .list(Field.sipLogins.rawValue, .fieldSIPLogins),
        .text(Field.publicURL.rawValue, .fieldPublicURL, limit: WebAddress.limit),
        .choice(Field.newNumbers.rawValue, .fieldNewNumbers, options: treatments),
        .choice(Field.announcement.rawValue, .fieldAnnouncement, options: switches),
        .text(Field.contactLink.rawValue, .fieldContactLink, limit: WebAddress.limit),
        .text(Field.leadLink.rawValue, .fieldLeadLink, limit: WebAddress.limit),
        .text(Field.dealLink.rawValue, .fieldDealLink, limit: WebAddress.limit),
      ], values: IntegrationForm.values(of: initial))
  }

  /// As the form keeps them.
  static func values(of draft: IntegrationDraft) -> [String: [[String]]] {
    let texts: [(Field, String)] = [
      (.connection, draft.connection.rawValue), (.api, draft.api.rawValue), (.name, draft.name),
      (.available, draft.isAvailable ? "1" : "0"), (.project, draft.projectID),
      (.authKey, draft.authKey?.revealed ?? ""), (.baseURL, draft.baseURL), (.zone, draft.zone),
      (.publicURL, draft.publicURL), (.newNumbers, draft.newNumbers.rawValue),
      (.announcement, draft.announcesNewNumbers ? "1" : "0"), (.contactLink, draft.contactLink),
      (.leadLink, draft.leadLink), (.dealLink, draft.dealLink),
    ]
    var values = Dictionary(uniqueKeysWithValues: texts.map { ($0.rawValue, [[$1]]) })
    values[Field.ownNumbers.rawValue] = draft.ownNumbers.map { [$0] }
    values[Field.sipLogins.rawValue] = draft.sipLogins.map { [$0] }
    return values
  }

  /// What the form says.
  static func draft(_ form: Form) -> IntegrationDraft {
    var draft = IntegrationDraft()
    let text = { (field: Field) in form[field.rawValue] }
    let rows = { (field: Field) in form.rows(field.rawValue).map { $0.first ?? "" } }
    draft.connection = ConnectionType(rawValue: text(.connection)) ?? draft.connection
    draft.api = TelephonyAPI(rawValue: text(.api)) ?? draft.api
    draft.name = text(.name)
    draft.isAvailable = text(.available) == "1"
    draft.projectID = text(.project)
    draft.authKey = Secret(text(.authKey))
    draft.baseURL = text(.baseURL)
    draft.zone = text(.zone)
    draft.ownNumbers = rows(.ownNumbers)
    draft.sipLogins = rows(.sipLogins)
    draft.publicURL = text(.publicURL)
    draft.newNumbers = NewNumbers(rawValue: text(.newNumbers)) ?? draft.newNumbers
    draft.announcesNewNumbers = text(.announcement) == "1"
    draft.contactLink = text(.contactLink)
    draft.leadLink = text(.leadLink)
    draft.dealLink = text(.dealLink)
    return draft
  }
}

extension IntegrationForm: FormUser {
  var id: FormDraft.ID {
    FormDraft.ID(
      kind: integration == nil ? .newIntegration : .integration, subject: integration?.rawValue)
  }

  var title: Phrase { integration == nil ? .newIntegration : .changeIntegration }

  func settled(_ text: String, at place: FormPlace, plan: NumberPlan) -> String {
    switch Field(rawValue: place.field) {
    case .baseURL where text.trimmed.isEmpty: ProviderProject.standardBaseURL
    case .baseURL, .publicURL: WebAddress(text)?.text ?? text.trimmed
    case .ownNumbers: plan.number(text).map(\.grouped) ?? text
    default: text.trimmed
    }
  }

  func problems(of form: Form, plan: NumberPlan, words: Words) -> [FormPlace: String] {
    let problems = IntegrationForm.draft(form).problems(plan: plan)
    var places: [FormPlace: String] = [:]
    for (field, problem) in problems {
      places[IntegrationForm.place(of: field)] = problem.sentence(words)
    }
    for field in [Field.connection, .api, .available, .newNumbers, .announcement]
    where form[field.rawValue].isEmpty {
      places[FormPlace(field: field.rawValue)] = words(.problemNotOffered)
    }
    return places
  }

  func save(_ form: Form) -> Effect {
    let draft = IntegrationForm.draft(form)
    guard let integration, let version else { return .createIntegration(draft) }
    return .updateIntegration(integration, version: version, draft)
  }

  mutating func replace(version: Int) {
    self.version = version
  }

  func notices(of form: Form, in state: ConsoleState) -> [(text: String, role: Role)] {
    let notice: Phrase? =
      switch Field(rawValue: form.focusedField.id) {
      case .available: .noticeAvailable
      case .project: .noticeProject
      case .authKey: .noticeAuthKey
      case .zone: .noticeZone
      case .ownNumbers: .noticeOwnNumbers
      case .sipLogins: .noticeSIPLogins
      case .publicURL: .noticePublicURL
      case .newNumbers: .noticeNewNumbers
      case .announcement: .noticeAnnouncement
      case .contactLink, .leadLink, .dealLink: .noticeTemplate
      default: nil
      }
    return notice.map { [(state.words($0), .dim)] } ?? []
  }

  private static func place(of field: IntegrationDraft.Field) -> FormPlace {
    switch field {
    case .name: FormPlace(field: Field.name.rawValue)
    case .projectID: FormPlace(field: Field.project.rawValue)
    case .authKey: FormPlace(field: Field.authKey.rawValue)
    case .baseURL: FormPlace(field: Field.baseURL.rawValue)
    case .zone: FormPlace(field: Field.zone.rawValue)
    case .ownNumber(let row): FormPlace(field: Field.ownNumbers.rawValue, row: row)
    case .sipLogin(let row): FormPlace(field: Field.sipLogins.rawValue, row: row)
    case .publicURL: FormPlace(field: Field.publicURL.rawValue)
    case .contactLink: FormPlace(field: Field.contactLink.rawValue)
    case .leadLink: FormPlace(field: Field.leadLink.rawValue)
    case .dealLink: FormPlace(field: Field.dealLink.rawValue)
    }
  }
}
