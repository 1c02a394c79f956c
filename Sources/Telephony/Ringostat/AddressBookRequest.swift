import Domain

/// Pushes of our address book into Ringostat's Smart Phone and its call log
/// (`contacts/sync`, `organizations/sync`): every field of the documents is in the body, and what
/// is not known is null where they allow it.
public enum AddressBookRequest {
  /// What we are called in the provider's book.
  static let origin = "Carbook"
  /// The most of an entry's texts that is sent, in characters.
  private static let limit = 500

  /// - Parameter project: digits.
  public static func contacts(_ entries: [AddressBookEntry], project: String) -> ProviderRequest {
    let contacts = entries.map { contact($0, project) }
    return post("contacts", contacts)
  }

  public static func organizations(
    _ organizations: [AddressBookOrganization], project: String
  ) -> ProviderRequest {
    post("organizations", organizations.map { organization($0, project) })
  }

  private static func post(_ name: String, _ elements: [JSONText]) -> ProviderRequest {
    let body = JSONText.object([(name: name, value: .array(elements))])
    return ProviderRequest(.post, "/minicrm/\(name)/sync", body: body.text)
  }

  /// `leadId` may be null as `externalId` is filled, and always is: we know no leads.
  private static func contact(_ entry: AddressBookEntry, _ project: String) -> JSONText {
    .object([
      ("projectId", .number(project)),
      ("fullName", text(entry.fullName)),
      ("origin", .string(origin)),
      ("externalId", .string(entry.externalID)),
      ("leadId", .null),
      ("responsible", text(entry.responsible)),
      ("staffId", JSONText(entry.staffID)),
      ("contactLink", JSONText(entry.contactLink)),
      ("leadLink", JSONText(entry.leadLink)),
      ("dealLink", JSONText(entry.dealLink)),
      ("googleClientId", JSONText(entry.googleClientID)),
      (
        "organizations",
        entry.organizations.isEmpty
          ? .null : .array(entry.organizations.map { organization($0, project) })
      ),
      ("contactDirections", .array(entry.directions.map(direction))),
    ])
  }

  private static func organization(
    _ organization: AddressBookOrganization, _ project: String
  ) -> JSONText {
    .object([
      ("projectId", .number(project)), ("name", text(organization.name)),
      ("externalId", .string(organization.externalID)), ("origin", .string(origin)),
    ])
  }

  private static func direction(_ direction: AddressBookEntry.Direction) -> JSONText {
    .object([
      ("name", text(direction.name)), ("type", .string(direction.kind.rawValue)),
      ("value", .string(direction.value)),
    ])
  }

  private static func text(_ text: String) -> JSONText {
    .string(String(text.prefix(limit)))
  }
}
