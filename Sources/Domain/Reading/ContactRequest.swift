/// A page of the contacts, by name in the order of the Ukrainian alphabet; unnamed ones last.
public struct ContactRequest: Hashable, Sendable {
  public struct Position: Hashable, Sendable {
    public let key: NameKey
    public let id: Contact.ID

    public init(key: NameKey, id: Contact.ID) {
      self.key = key
      self.id = id
    }
  }

  public let anchor: Anchor<Position>
  public let limit: Int
  public let asker: ListAsker
  /// Part of a name, of an organization or of a number in any spelling; empty for all.
  public let search: String
  /// Only this organization's members.
  public let organization: Organization.ID?

  public init(
    anchor: Anchor<Position>, limit: Int, search: String = "", organization: Organization.ID? = nil,
    asker: ListAsker = .list
  ) {
    self.anchor = anchor
    self.limit = limit
    self.asker = asker
    self.search = search
    self.organization = organization
  }
}

extension Contact {
  /// The place in the list of contacts.
  public var position: ContactRequest.Position {
    ContactRequest.Position(key: sortKey, id: id)
  }

  /// Unnamed contacts sort behind every name.
  public var sortKey: NameKey {
    name.map(NameKey.init) ?? .unnamed
  }
}
