/// Somebody of the shop who talks to clients.
public struct Employee: Hashable, Sendable {
  public typealias ID = Identifier<Employee>

  public let id: ID
  /// Grows with every change: a save over somebody else's change is noticed by it.
  public let version: Int
  public let name: String
  /// Where he is called: a telephone, or an extension of the provider's.
  public let number: PhoneNumber?
  /// Of his soft phone, as the provider writes it.
  public let login: String?
  /// His id in the CRM that contacts are pushed from.
  public let crmID: String?
  /// What the provider calls him in a call's `staffid`.
  public let providerID: String?
  /// No call is sent to him.
  public let isAway: Bool
  /// The one that stands for nobody in particular: who is responsible for a contact that was made
  /// without a person. One always exists.
  public let isSystem: Bool

  public init(
    id: ID, version: Int = 1, name: String, number: PhoneNumber? = nil, login: String? = nil,
    crmID: String? = nil, providerID: String? = nil, isAway: Bool = false, isSystem: Bool = false
  ) {
    self.id = id
    self.version = version
    self.name = name
    self.number = number
    self.login = login
    self.crmID = crmID
    self.providerID = providerID
    self.isAway = isAway
    self.isSystem = isSystem
  }

  /// Where the provider is told to connect a caller: his soft phone, else his telephone.
  public var line: PhoneNumber? {
    login.map { PhoneNumber(kind: .login, text: $0) } ?? number
  }
}
