/// Who changed what, when.
public struct HistoryEntry: Equatable, Sendable {
  public typealias ID = Identifier<HistoryEntry>

  /// The raw value is what is stored.
  public enum Action: String, CaseIterable, Sendable {
    case createContact = "create contact"
    case updateContact = "update contact"
    case addNumber = "add number"
    case deleteContact = "delete contact"
    /// The subject is the contact that was kept.
    case mergeContacts = "merge contacts"
    case renameOrganization = "rename organization"
    case deleteOrganization = "delete organization"

    case setNote = "set note"
    case assignCall = "assign call"
    case detachCall = "detach call"
    case attachOrder = "attach order"
    case followRule = "follow rule"
    case dismissPrompt = "dismiss prompt"
    case settleCallBack = "deal with call-back"

    case createOrder = "create order"
    case updateOrder = "update order"
    case deleteOrder = "delete order"
    case changeStatuses = "change repair statuses"
    case setOrderNumber = "set order number"

    case createEmployee = "create employee"
    case updateEmployee = "update employee"
    case deleteEmployee = "delete employee"
    case setRouting = "set call routing"

    case importFile = "import"

    case createIntegration = "create integration"
    case updateIntegration = "update integration"
    case rotateToken = "rotate token"
    case removeIntegration = "remove integration"
    case setPublicURL = "set public URL"
    case setOwnNumbers = "set own numbers"
    case switchOn = "switch integration on"
    case switchOff = "switch integration off"
    case setRetention = "set retention"
    case purge = "purge"
    case forgetNumber = "forget number"
  }

  /// Whether it was done, taken back, or done again after that.
  public enum Step: Int, Sendable {
    case edit
    case undo
    case redo
  }

  /// What was changed in the first place.
  public enum Subject: Hashable, Sendable {
    case contact(Contact.ID)
    case order(Order.ID)
    case call(Call.ID)
    case organization(Organization.ID)
    case employee(Employee.ID)
    /// One that is no contact's.
    case number(Identifier<PhoneNumber>)
    case integration(Integration.ID)
    case store
  }

  /// A value that was changed, as text. Of several values of one field (numbers, e-mails) each is a
  /// change of its own.
  public struct Change: Equatable, Sendable {
    /// The raw value is what is stored.
    public enum Field: String, CaseIterable, Sendable {
      case name, number, email, organization, responsible, note
      case googleClientID = "google client id"
      case externalID = "external id"
      /// An employee's SIP login, and whether calls are sent to him: `yes` while he is away.
      case login, away
      case crmID = "crm id"
      case providerStaffID = "provider staff id"
      /// Whose a call or an order is; the contact that another was merged with.
      case contact
      /// Which order a call is about; an order's number.
      case order
      case make, model, year, plate, vin
      /// A repair status's raw value.
      case status
      case comment
      /// ISO 8601, UTC.
      case opened, closed
      // An integration's; of its key only that it is another one.
      case available, zone, project
      case authKey = "auth key"
      case baseURL = "base URL"
      case publicURL = "public URL"
      case sipLogin = "SIP login"
      case newNumbers = "new numbers"
      case announcement
      case contactLink = "contact link"
      case leadLink = "lead link"
      case dealLink = "deal link"
    }

    public let field: Field
    /// Nil where there was nothing.
    public let before: String?
    /// Nil where nothing is left.
    public let after: String?

    public init(field: Field, before: String?, after: String?) {
      self.field = field
      self.before = before
      self.after = after
    }
  }

  public let id: ID
  public let at: Timestamp
  /// The user.
  public let actor: String
  public let action: Action
  public let step: Step
  public let subject: Subject
  /// The subject's name now, or its number; nil where it is not there any more.
  public let title: String?
  public let changes: [Change]

  public init(
    id: ID, at: Timestamp, actor: String, action: Action, step: Step, subject: Subject,
    title: String?, changes: [Change]
  ) {
    self.id = id
    self.at = at
    self.actor = actor
    self.action = action
    self.step = step
    self.subject = subject
    self.title = title
    self.changes = changes
  }
}
