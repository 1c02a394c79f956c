import Domain

/// "Where is this caller to be connected?", asked while he waits.
public struct RoutingQuestion: Equatable, Sendable {
  /// The provider's id of the call; nil where the question has none.
  public let call: String?
  /// Who calls; nil where the question does not say.
  public let client: PhoneNumber?
  /// Of a JSON-RPC question, as JSON; `null` for every other one.
  public let requestID: String

  public init(call: String?, client: PhoneNumber?, requestID: String = "null") {
    self.call = call
    self.client = client
    self.requestID = requestID
  }
}
