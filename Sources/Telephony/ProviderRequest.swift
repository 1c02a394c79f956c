/// What is asked of a provider's API: everything but its address and the key.
public struct ProviderRequest: Equatable, Sendable {
  public enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
  }

  public let method: Method
  /// With a query, in printable ASCII: begins with a slash.
  public let path: String
  /// JSON; nil for none.
  public let body: String?

  init(_ method: Method, _ path: String, body: String? = nil) {
    self.method = method
    self.path = path
    self.body = body
  }
}
