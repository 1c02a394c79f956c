import Server
import Store

/// A delivery that is understood and not on disk yet.
struct PendingDelivery: Sendable {
  let exchange: ExchangeID
  let received: ReceivedDelivery
  let item: IngestItem
  /// What the provider wants to hear once it is on disk.
  let reply: (mediaType: String, body: [UInt8])
}
