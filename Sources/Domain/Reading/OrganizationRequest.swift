/// A page of the organizations, by name in the order of the Ukrainian alphabet.
public struct OrganizationRequest: Hashable, Sendable {
  public struct Position: Hashable, Sendable {
    public let key: NameKey
    public let id: Organization.ID

    public init(key: NameKey, id: Organization.ID) {
      self.key = key
      self.id = id
    }
  }

  public let anchor: Anchor<Position>
  public let limit: Int
  /// Part of a name; empty for all.
  public let search: String

  public init(anchor: Anchor<Position>, limit: Int, search: String = "") {
    self.anchor = anchor
    self.limit = limit
    self.search = search
  }
}

extension Organization {
  /// The place in the list of organizations.
  public var position: OrganizationRequest.Position {
    OrganizationRequest.Position(key: NameKey(name), id: id)
  }
}
