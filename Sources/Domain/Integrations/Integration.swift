/// A telephony provider's project that sends us calls.
public struct Integration: Equatable, Sendable {
  public typealias ID = Identifier<Integration>

  /// A token that has been replaced and is accepted for a while yet.
  public struct PreviousToken: Equatable, Sendable {
    public let token: String
    /// Not accepted from then on.
    public let until: Timestamp

    public init(token: String, until: Timestamp) {
      self.token = token
      self.until = until
    }
  }

  public let id: ID
  /// Of the settings that a form edits; a save over somebody else's change is refused by it.
  public let version: Int
  public let name: String
  public let connection: ConnectionType
  public let api: TelephonyAPI
  /// The secret in the webhook links: never logged, shown only on request.
  public let token: String
  /// The newest first.
  public let previousTokens: [PreviousToken]
  /// The zone of the provider's project, in which its dates are written.
  public let zone: Zone
  public let own: OwnNumbers
  /// Our employees' at the provider.
  public let sipLogins: Set<String>
  /// Where the provider reaches us, without a slash at the end; nil where not set.
  public let publicURL: String?
  /// Off: deliveries are journaled but make no calls.
  public let isAvailable: Bool
  public let project: ProviderProject
  public let newNumbers: NewNumbers
  /// Whether the provider is told of an unknown number while it calls, so that its phone shows "New
  /// client on Carbook".
  public let announcesNewNumbers: Bool
  public let linkTemplates: LinkTemplates

  public init(
    id: ID, version: Int = 1, name: String, connection: ConnectionType = .sip,
    api: TelephonyAPI = .ringostat, token: String, previousTokens: [PreviousToken] = [],
    zone: Zone = .kyiv, own: OwnNumbers = OwnNumbers(), sipLogins: Set<String> = [],
    publicURL: String? = nil, isAvailable: Bool = true,
    project: ProviderProject = ProviderProject(), newNumbers: NewNumbers = .ask,
    announcesNewNumbers: Bool = true, linkTemplates: LinkTemplates = LinkTemplates()
  ) {
    self.id = id
    self.version = version
    self.name = name
    self.connection = connection
    self.api = api
    self.token = token
    self.previousTokens = previousTokens
    self.zone = zone
    self.own = own
    self.sipLogins = sipLogins
    self.publicURL = publicURL
    self.isAvailable = isAvailable
    self.project = project
    self.newNumbers = newNumbers
    self.announcesNewNumbers = announcesNewNumbers
    self.linkTemplates = linkTemplates
  }

  /// What a request may bear at that time.
  public func acceptedTokens(at now: Timestamp) -> [String] {
    [token] + previousTokens.filter { now < $0.until }.map(\.token)
  }

  /// The links to paste at the provider, in the order its events happen.
  /// - Parameter base: `http://HOST:PORT`, used where no public URL is set.
  public func links(base: String) -> [(occasion: Occasion, url: String)] {
    localLinks(base: publicURL ?? base)
  }

  /// The same links at the listener itself, whatever stands before it.
  public func localLinks(base: String) -> [(occasion: Occasion, url: String)] {
    Occasion.allCases.map { ($0, "\(base)/hook/\(token)/\($0.rawValue)") }
  }

  /// Where the provider asks whom to connect a caller with.
  public func routingLink(base: String) -> String {
    "\(publicURL ?? base)/route/\(token)"
  }
}

/// How the provider's calls reach the shop: what Carbook calls an integration's type.
public enum ConnectionType: String, CaseIterable, Sendable {
  case sip

  /// A name, in every language.
  public var name: String { "SIP" }
}

/// The provider whose dialect is spoken.
public enum TelephonyAPI: String, CaseIterable, Sendable {
  case ringostat

  /// A name, in every language.
  public var name: String { "Ringostat" }
}

/// What becomes of a number that is no contact's.
public enum NewNumbers: String, CaseIterable, Sendable {
  /// The prompt "New client on Carbook", as Carbook does.
  case ask
  /// A contact with the number and no name, at the time of the call, as Smart Business does.
  case create
}

/// Pages of another CRM that the provider's phone leads to; nil: those of this console. In each
/// `{id}` and `{number}` are filled in: of contact and lead the contact's id and the number (E.164),
/// of the deal the order's id and number.
public struct LinkTemplates: Equatable, Sendable {
  public var contact: String?
  public var lead: String?
  public var deal: String?

  public init(contact: String? = nil, lead: String? = nil, deal: String? = nil) {
    self.contact = contact
    self.lead = lead
    self.deal = deal
  }
}
