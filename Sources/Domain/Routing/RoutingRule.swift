/// One of the rules that are tried in order.
public enum RoutingRule: Hashable, Sendable {
  /// The client's responsible employee.
  case responsible
  /// Who talked to the client last, within so many days.
  case lastTalked(days: Int)
  /// The employee of the client's newest open order that has one.
  case openOrder
  /// Within the working hours (`isOpen`) or outside of them there; nil to leave the caller to the
  /// provider.
  case hours(isOpen: Bool, Destination?)

  public static let daysLimit = 3650

  /// Whether the answer is somebody that only the store knows.
  public var isAboutClient: Bool {
    if case .hours = self { false } else { true }
  }
}

/// Why a question was answered as it was; the raw value is what is stored.
public enum RouteReason: String, CaseIterable, Sendable {
  case responsible
  case lastTalked = "last"
  case openOrder = "order"
  case open
  case closed
  /// No rule sent him anywhere.
  case fallback = "default"
  /// The store took too long to be asked, or could not be: the default, whatever the rules say.
  case late
  /// No rule fits, and there is no default.
  case nobody
  /// The integration is off.
  case off
}

/// An answer, as it is logged and shown on the call.
public struct RouteAnswer: Equatable, Sendable {
  public let at: Timestamp
  public let integration: Integration.ID
  public let scheme: String
  /// The provider's id of the call; nil where the question had none.
  public let call: String?
  public let reason: RouteReason
  /// Whom the rule named.
  public let employee: Employee.ID?
  /// As it was answered: digits, or a login; nil for an empty answer.
  public let destination: String?

  public init(
    at: Timestamp, integration: Integration.ID, scheme: String, call: String?,
    reason: RouteReason, employee: Employee.ID?, destination: String?
  ) {
    self.at = at
    self.integration = integration
    self.scheme = scheme
    self.call = call
    self.reason = reason
    self.employee = employee
    self.destination = destination
  }
}
