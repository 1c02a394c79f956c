/// Our project at the provider, and how its API is reached.
public struct ProviderProject: Equatable, Sendable {
  public static let standardBaseURL = "https://api.ringostat.net"

  /// Digits; nil where not set.
  public let id: String?
  public let authKey: Secret?
  /// Without a slash at the end.
  public let baseURL: String

  public init(
    id: String? = nil, authKey: Secret? = nil, baseURL: String = ProviderProject.standardBaseURL
  ) {
    self.id = id
    self.authKey = authKey
    self.baseURL = baseURL
  }

  /// Whether the provider can be asked anything.
  public var isComplete: Bool { id != nil && authKey != nil }
}
