/// What a user typed into a form that was not saved: kept until it is saved or emptied, and offered
/// again when the same form is opened.
public struct FormDraft: Equatable, Sendable {
  /// The raw value is what is stored.
  public enum Kind: String, Sendable {
    case newContact = "new contact"
    case contact
    case newOrder = "new order"
    case order
    case organization
    case repairStatus = "repair status"
    case newEmployee = "new employee"
    case employee
    case newRoute = "new route"
    case route
    case newRoutingRule = "new routing rule"
    case routingRule = "routing rule"
    /// The note on a call.
    case callNote = "call note"
    case newIntegration = "new integration"
    case integration
  }

  /// A user has one draft of each form.
  public struct ID: Hashable, Sendable {
    public let kind: Kind
    /// The row id of the record that is edited, or of the contact that a new order is
    /// for.
    public let subject: Int64?
    /// Whose contact a new one is to be.
    public let number: PhoneNumber?

    public init(kind: Kind, subject: Int64? = nil, number: PhoneNumber? = nil) {
      self.kind = kind
      self.subject = subject
      self.number = number
    }
  }

  public struct Field: Hashable, Sendable {
    /// The form's own name for it.
    public let name: String
    public let text: String

    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  public let id: ID
  /// The call that led to the form.
  public let origin: Call.ID?
  /// Of the record when the form was opened; nil for a new one.
  public let version: Int?
  /// In the form's order.
  public let fields: [Field]

  public init(id: ID, origin: Call.ID? = nil, version: Int? = nil, fields: [Field]) {
    self.id = id
    self.origin = origin
    self.version = version
    self.fields = fields
  }
}
