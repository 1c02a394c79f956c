import Domain

/// One webhook request that bore a good token, unpacked from HTTP and not yet understood.
public struct Delivery: Sendable {
  /// The link it came by.
  public var occasion: Occasion
  public var method: String
  /// What stands behind the "?", still percent-encoded.
  public var query: String?
  /// The Content-Type field's value, parameters included.
  public var mediaType: String?
  /// Header fields as they came, in their order.
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]
  public var received: Timestamp

  public init(
    occasion: Occasion, method: String = "POST", query: String? = nil, mediaType: String? = nil,
    headers: [(name: String, value: String)] = [], body: [UInt8] = [], received: Timestamp
  ) {
    self.occasion = occasion
    self.method = method
    self.query = query
    self.mediaType = mediaType
    self.headers = headers
    self.body = body
    self.received = received
  }
}

extension Delivery: Equatable {
  // By hand, as tuples are not Equatable.
  public static func == (left: Delivery, right: Delivery) -> Bool {
    left.occasion == right.occasion && left.method == right.method && left.query == right.query
      && left.mediaType == right.mediaType && left.received == right.received
      && left.body == right.body && left.headers.elementsEqual(right.headers, by: ==)
  }
}
