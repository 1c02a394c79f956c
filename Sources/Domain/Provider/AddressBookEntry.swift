/// A client as the provider's address book is to have him: everything that its contacts/sync takes.
public struct AddressBookEntry: Equatable, Sendable {
  /// A number or an address at which he is reached.
  public struct Direction: Equatable, Sendable {
    public enum Kind: String, Sendable {
      case phone, email
    }

    public let kind: Kind
    /// What it is for (`mobile`, `work`, …).
    public let name: String
    /// E.164, or as it was typed.
    public let value: String

    public init(kind: Kind, name: String, value: String) {
      self.kind = kind
      self.name = name
      self.value = value
    }
  }

  /// His id with us: what is sent under the same one again takes the place of what was.
  public var externalID: String
  public var fullName: String
  /// The responsible employee's id with us.
  public var responsible: String
  /// The same employee's with the provider; nil where nobody has said it.
  public var staffID: String?
  public var contactLink: String?
  public var leadLink: String?
  public var dealLink: String?
  public var googleClientID: String?
  public var organizations: [AddressBookOrganization]
  /// At least one.
  public var directions: [Direction]

  public init(
    externalID: String, fullName: String, responsible: String, staffID: String? = nil,
    contactLink: String? = nil, leadLink: String? = nil, dealLink: String? = nil,
    googleClientID: String? = nil, organizations: [AddressBookOrganization] = [],
    directions: [Direction]
  ) {
    self.externalID = externalID
    self.fullName = fullName
    self.responsible = responsible
    self.staffID = staffID
    self.contactLink = contactLink
    self.leadLink = leadLink
    self.dealLink = dealLink
    self.googleClientID = googleClientID
    self.organizations = organizations
    self.directions = directions
  }
}

/// An organization as the provider's address book is to have it.
public struct AddressBookOrganization: Equatable, Sendable {
  /// Its id with us.
  public let externalID: String
  public let name: String

  public init(externalID: String, name: String) {
    self.externalID = externalID
    self.name = name
  }
}
