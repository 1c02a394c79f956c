/// Names one request that waits for its answer.
public struct ExchangeID: Sendable, Hashable {
  /// Never used twice while a listener runs.
  public let connection: UInt64
  /// Counts the requests of the connection.
  public let number: UInt64

  public init(connection: UInt64, number: UInt64) {
    self.connection = connection
    self.number = number
  }
}

/// A request, to be answered under its name.
public struct Exchange: Sendable, Equatable {
  public let id: ExchangeID
  public let request: Request

  public init(id: ExchangeID, request: Request) {
    self.id = id
    self.request = request
  }
}

/// The answer to one exchange.
public struct Answer: Sendable, Equatable {
  public let id: ExchangeID
  public let response: Response

  public init(id: ExchangeID, response: Response) {
    self.id = id
    self.response = response
  }
}

/// Decides what requests are answered. Made, called and released on the listener's thread alone,
/// so it may own what must not leave a thread; while it works, nothing is received or sent.
public protocol RequestHandler: AnyObject {
  /// Takes all requests that were complete at one look at the sockets, at most one a connection.
  /// - Returns: the answers that are decided; the exchanges left out stay open for `resume`.
  func handle(_ exchanges: [Exchange]) -> [Answer]

  /// Called after `handle` as soon as a look at the sockets brings no further request, at the latest
  /// after a few; also when `timeoutMilliseconds` is over and when the listener was woken.
  /// - Parameter now: `Clock.monotonicMilliseconds()` of this turn.
  /// - Returns: the answers to exchanges that were left out before.
  func resume(now: Int64) -> [Answer]

  /// When `resume` is to be called at the latest, in milliseconds from now; nil sets no timer.
  var timeoutMilliseconds: Int? { get }

  /// The connection of an open exchange is gone. An answer to it, or to an exchange whose client
  /// went away in the turn in which it came, is dropped.
  func abandoned(_ id: ExchangeID)
}
