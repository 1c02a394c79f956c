import Domain
import FoundationEssentials

/// One delivery, decoded, for `Store.ingest`.
public struct IngestItem: Sendable {
  /// Indirect: an event has thirty parts, each of which would be counted anew with every copy.
  public indirect enum Content: Sendable {
    case event(CallEvent)
    /// Bore a good token and could not be read; `key` tells it from other such deliveries.
    case notUnderstood(key: String, received: Timestamp)
  }

  /// The delivery's, for the journal; nil where nobody will come with it again.
  public let delivery: UUID?
  public let integration: Integration.ID
  /// The link it came by.
  public let occasion: Occasion
  public let origin: PromptRule.Origin
  /// For the journal; nil for demo data and imports, which are not journaled.
  public let raw: RawDelivery?
  public let content: Content
  /// The integration's.
  public let own: OwnNumbers
  /// The integration's.
  public let newNumbers: NewNumbers
  /// False where the integration was off when it came: it is journaled only.
  public let makesCall: Bool

  public init(
    delivery: UUID? = nil, integration: Integration.ID, occasion: Occasion,
    origin: PromptRule.Origin, raw: RawDelivery?, content: Content, own: OwnNumbers,
    newNumbers: NewNumbers = .ask, makesCall: Bool = true
  ) {
    self.delivery = delivery
    self.integration = integration
    self.occasion = occasion
    self.origin = origin
    self.raw = raw
    self.content = content
    self.own = own
    self.newNumbers = newNumbers
    self.makesCall = makesCall
  }

  /// What deliveries of one call have in common.
  var key: String {
    switch content {
    case .event(let event): event.providerID
    case .notUnderstood(let key, _): key
    }
  }

  var received: Timestamp {
    switch content {
    case .event(let event): event.received
    case .notUnderstood(_, let received): received
    }
  }
}

/// What became of a delivery.
public struct IngestResult: Sendable, Equatable {
  /// The integration was off, or the call was forgotten or purged and stays out.
  static let noCall = IngestResult(call: Call.ID(0), isNew: false, raisesPrompt: false)

  public let call: Call.ID
  /// The call was not known before.
  public let isNew: Bool
  /// The question "New client on Carbook" is asked because of this delivery, or is now about its
  /// call.
  public let raisesPrompt: Bool

  public init(call: Call.ID, isNew: Bool, raisesPrompt: Bool) {
    self.call = call
    self.isNew = isNew
    self.raisesPrompt = raisesPrompt
  }
}
