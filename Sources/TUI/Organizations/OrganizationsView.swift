import Domain

extension Organization: ListRow {
  /// By name, in the order of the Ukrainian alphabet.
  public static func precedes(
    _ left: OrganizationRequest.Position, _ right: OrganizationRequest.Position
  ) -> Bool {
    left.key == right.key ? left.id.rawValue < right.id.rawValue : left.key < right.key
  }
}

/// All organizations, on the whole screen.
struct OrganizationsView: Equatable, Sendable {
  var list = KeyedList<Organization>()
  private(set) var search = Search()

  mutating func beginSearch() {
    search.begin()
  }

  mutating func edit(_ key: Key) {
    if search.edit(key) { list.reset() }
  }

  mutating func keepSearch() {
    search.keep()
  }

  mutating func clearSearch() {
    if search.clear() { list.resetKeepingSelection() }
  }

  mutating func resize(height: Int) {
    list.resize(height: height - (search.field == nil ? 0 : 1))
  }

  mutating func nextRequest() -> OrganizationRequest? {
    list.nextRequest().map { request($0.anchor, $0.limit) }
  }

  func request(
    _ anchor: Anchor<OrganizationRequest.Position>, _ limit: Int
  ) -> OrganizationRequest {
    OrganizationRequest(anchor: anchor, limit: limit, search: search.text)
  }
}

/// An organization with its members, on the whole screen.
struct OrganizationCard: Equatable, Sendable {
  let id: Organization.ID
  /// As it was in the list, until it is read again.
  var name: String
  var members = KeyedList<Contact>()

  init(_ id: Organization.ID, name: String) {
    self.id = id
    self.name = name
  }

  mutating func nextRequest() -> ContactRequest? {
    members.nextRequest().map {
      ContactRequest(anchor: $0.anchor, limit: $0.limit, organization: id)
    }
  }
}

/// The form that gives an organization another name.
struct OrganizationForm: Equatable, Sendable {
  let organization: Organization.ID
  let name: String

  private static let field = "name"

  var form: Form {
    Form(
      [.text(OrganizationForm.field, .fieldName)], values: [OrganizationForm.field: [[name]]])
  }
}

extension OrganizationForm: FormUser {
  var id: FormDraft.ID { FormDraft.ID(kind: .organization, subject: organization.rawValue) }
  var title: Phrase { .renameTitle }
  var version: Int? { nil }

  func problems(of form: Form, plan: NumberPlan, words: Words) -> [FormPlace: String] {
    form[OrganizationForm.field].isEmpty
      ? [FormPlace(field: OrganizationForm.field): words(.problemNoName)] : [:]
  }

  func save(_ form: Form) -> Effect {
    .renameOrganization(organization, form[OrganizationForm.field])
  }
}
