/// How a project's questions "where is this caller to be connected?" are answered: of all its
/// schemes, or of one of them.
public struct Route: Equatable, Sendable {
  public typealias ID = Identifier<Route>

  /// A rule with a name of its own, so that it can be changed while others change the list.
  public struct Entry: Hashable, Sendable {
    public typealias ID = Identifier<Entry>

    public let id: ID
    public let rule: RoutingRule

    public init(id: ID, rule: RoutingRule) {
      self.id = id
      self.rule = rule
    }
  }

  public let id: ID
  /// Grows with every change of the settings; rules do not count.
  public let version: Int
  public let integration: Integration.ID
  /// The last part of the link; empty for every scheme that has no route of its own.
  public let scheme: String
  public let settings: RouteSettings
  /// In the order in which they are tried.
  public let rules: [Entry]

  public init(
    id: ID, version: Int = 1, integration: Integration.ID, scheme: String = "",
    settings: RouteSettings = RouteSettings(), rules: [Entry] = []
  ) {
    self.id = id
    self.version = version
    self.integration = integration
    self.scheme = scheme
    self.settings = settings
    self.rules = rules
  }

  /// The longest name of a scheme, in characters.
  public static let schemeLimit = 100
}

/// What is set for a route besides its rules.
public struct RouteSettings: Hashable, Sendable {
  public var reply: RouteReply
  /// Employees are passed over whose soft phone is not connected, as far as that is known.
  public var onlineOnly: Bool
  public var hours: WorkingHours
  /// Where a caller goes whom no rule sends anywhere; nil to leave him to the provider.
  public var fallback: Destination?

  public init(
    reply: RouteReply = RouteReply(), onlineOnly: Bool = false,
    hours: WorkingHours = WorkingHours(), fallback: Destination? = nil
  ) {
    self.reply = reply
    self.onlineOnly = onlineOnly
    self.hours = hours
    self.fallback = fallback
  }
}

/// The form of an answer, as it is set in the provider's scheme ("Data import type").
public struct RouteReply: Hashable, Sendable {
  /// The raw value is what is stored and typed.
  public enum Form: String, CaseIterable, Sendable {
    case json
    case text
    case jsonRPC = "json-rpc"
  }

  public var form: Form
  /// The JSON key that the destination stands under ("Name in response for destination").
  public var name: String

  public static let standardName = "number_01"

  public init(_ form: Form = .json, name: String = standardName) {
    self.form = form
    self.name = name
  }

  /// A key that the provider's settings can hold: 1 to 64 letters, digits, `_ - .` of ASCII.
  public static func isName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (97...122).contains($0 | 0x20) || (48...57).contains($0) || "_-.".utf8.contains($0)
      }
  }
}

/// Where a caller is to be connected.
public enum Destination: Hashable, Sendable {
  case employee(Employee.ID)
  /// A number, an extension or a SIP login.
  case line(PhoneNumber)
}
