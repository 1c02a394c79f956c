/// A telephony provider's project that sends us calls.
public struct Integration: Equatable, Sendable {
  public typealias ID = Identifier<Integration>

  public let id: ID
  public let name: String
  /// The secret in the webhook links: never logged, shown only on request.
  public let token: String
  /// The zone of the provider's project, in which its dates are written.
  public let zone: Zone
  public let own: OwnNumbers
  /// Where the provider reaches us, without a slash at the end; nil where not set.
  public let publicURL: String?
  /// Off: deliveries are journaled but make no calls.
  public let isAvailable: Bool

  public init(
    id: ID, name: String, token: String, zone: Zone, own: OwnNumbers, publicURL: String?,
    isAvailable: Bool
  ) {
    self.id = id
    self.name = name
    self.token = token
    self.zone = zone
    self.own = own
    self.publicURL = publicURL
    self.isAvailable = isAvailable
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
}
