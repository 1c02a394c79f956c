/// A client of the shop.
public struct Contact: Equatable, Sendable {
  public typealias ID = Identifier<Contact>

  public struct Number: Hashable, Sendable {
    public let number: PhoneNumber
    /// What the number is for (`mobile`, `work`, …); the provider's contactDirections name.
    public let label: String?

    public init(number: PhoneNumber, label: String?) {
      self.number = number
      self.label = label
    }
  }

  /// A contact as somebody saw it.
  public struct Edition: Hashable, Sendable {
    public let id: ID
    public let version: Int

    public init(id: ID, version: Int) {
      self.id = id
      self.version = version
    }
  }

  public let id: ID
  /// Grows with every change: a save over somebody else's change is noticed by it.
  public let version: Int
  /// Nil for a contact that was made with a number only.
  public let name: String?
  /// The main number first.
  public let numbers: [Number]
  public let emails: [String]
  /// Names.
  public let organizations: [String]
  /// The responsible employee's name.
  public let responsible: String?
  public let created: Timestamp
  public let note: String?
  /// Of the visitor of the shop's site, as the provider says it.
  public let googleClientID: String?
  /// The client's id in another program.
  public let externalID: String?

  public init(
    id: ID, version: Int, name: String?, numbers: [Number], emails: [String],
    organizations: [String], responsible: String?, created: Timestamp, note: String?,
    googleClientID: String? = nil, externalID: String? = nil
  ) {
    self.id = id
    self.version = version
    self.name = name
    self.numbers = numbers
    self.emails = emails
    self.organizations = organizations
    self.responsible = responsible
    self.created = created
    self.note = note
    self.googleClientID = googleClientID
    self.externalID = externalID
  }

  public var edition: Edition {
    Edition(id: id, version: version)
  }

  public var reference: ContactReference {
    ContactReference(id: id, name: name)
  }
}
