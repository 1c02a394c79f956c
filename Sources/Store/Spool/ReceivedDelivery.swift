import Domain
import FoundationEssentials

/// A delivery that bore a good token, as it came: what is decoded for the store, and what the spool
/// keeps where the store cannot take it.
public struct ReceivedDelivery: Equatable, Sendable {
  /// By it the journal knows a delivery that it has already. In order of receipt, so that the
  /// journal's index grows at its end.
  public let id: UUID
  public let integration: Integration.ID
  /// The link it came by.
  public let occasion: Occasion
  public let origin: PromptRule.Origin
  public let received: Timestamp
  public let raw: RawDelivery
  /// False where the integration was off when it came.
  public let makesCall: Bool

  public init(
    id: UUID? = nil, integration: Integration.ID, occasion: Occasion,
    origin: PromptRule.Origin, received: Timestamp, raw: RawDelivery, makesCall: Bool = true
  ) {
    self.id = id ?? .ordered(at: received)
    self.integration = integration
    self.occasion = occasion
    self.origin = origin
    self.received = received
    self.raw = raw
    self.makesCall = makesCall
  }
}

extension UUID {
  /// Ordered by its time in milliseconds, the rest random (RFC 9562, version 7).
  fileprivate static func ordered(at time: Timestamp) -> UUID {
    // One number is one system call; its 62 bits are enough for a millisecond.
    let random = UInt64.random(in: .min ... .max)
    let high = UInt64(bitPattern: time.milliseconds) << 16 | 0x7000
    let low = random & (1 << 62 - 1) | 1 << 63
    return withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) {
      UUID(uuid: $0.loadUnaligned(as: uuid_t.self))
    }
  }
}
