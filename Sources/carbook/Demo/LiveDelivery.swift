import Domain

/// One webhook of the live feed.
struct LiveDelivery: Equatable, Sendable {
  /// Seconds after the call's start.
  let delay: Double
  /// Which link it goes to.
  let occasion: Occasion
  let method: String
  let mediaType: String
  let body: [UInt8]
}
