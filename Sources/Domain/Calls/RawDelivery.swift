/// A delivery as it came, for the journal.
public struct RawDelivery: Equatable, Sendable {
  public let method: String
  /// Without the token.
  public let query: String
  public let mediaType: String?
  public let body: [UInt8]

  public init(method: String, query: String, mediaType: String?, body: [UInt8]) {
    self.method = method
    self.query = query
    self.mediaType = mediaType
    self.body = body
  }
}

/// A line of the journal: what came, and what became of it.
public struct JournalEntry: Equatable, Sendable {
  public enum Outcome: Int, Sendable {
    case madeCall
    case changedCall
    /// Said nothing new.
    case repeated
    case notUnderstood
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
