import Domain
import Foundation

/// A delivery that bore a good token, as it came: what is decoded for the store, and what the spool
/// keeps where the store cannot take it.
public struct ReceivedDelivery: Equatable, Sendable {
  /// Random: by it the journal knows a delivery that it has already.
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
    origin: PromptRule.Origin,
    received: Timestamp, raw: RawDelivery, makesCall: Bool = true
  ) {
    self.id = id ?? .quicklyMade
    self.integration = integration
    self.occasion = occasion
    self.origin = origin
    self.received = received
    self.raw = raw
    self.makesCall = makesCall
  }
}

extension UUID {
  /// A random one (RFC 9562, version 4). `UUID()` opens, reads and closes a file.
  fileprivate static var quicklyMade: UUID {
    var bytes = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
    return withUnsafeMutableBytes(of: &bytes) {
      $0[6] = $0[6] & 0x0F | 0x40
      $0[8] = $0[8] & 0x3F | 0x80
      return UUID(uuid: $0.loadUnaligned(as: uuid_t.self))
    }
  }
}
