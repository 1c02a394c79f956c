/// A delivery as it came, for the journal.
public struct RawDelivery: Equatable, Sendable {
  public struct Header: Equatable, Sendable {
    public let name: String
    public let value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Stands in the method's place where nothing was delivered: we have asked the provider for it.
  public static let fetching = "calls/list"

  public let method: String
  /// Without the token.
  public let query: String
  public let mediaType: String?
  /// Those that the provider's dialect looks at, in their order; no others, as they may hold
  /// credentials.
  public let headers: [Header]
  public let body: [UInt8]

  public init(
    method: String, query: String, mediaType: String?, headers: [Header] = [], body: [UInt8]
  ) {
    self.method = method
    self.query = query
    self.mediaType = mediaType
    self.headers = headers
    self.body = body
  }

  public var isFetched: Bool { method == RawDelivery.fetching }
}

/// A line of the journal: what came, and what became of it.
public struct JournalEntry: Equatable, Sendable {
  public enum Outcome: Int, Sendable {
    case madeCall
    case changedCall
    /// Said nothing new.
    case repeated
    case notUnderstood
    /// The integration was off: kept, and no call made of it.
    case whileOff
    /// A sample that somebody sent to try the way: kept, and no call made of it.
    case sample
  }

  public let received: Timestamp
  public let occasion: Occasion
  public let outcome: Outcome
  public let raw: RawDelivery

  public init(received: Timestamp, occasion: Occasion, outcome: Outcome, raw: RawDelivery) {
    self.received = received
    self.occasion = occasion
    self.outcome = outcome
    self.raw = raw
  }
}
