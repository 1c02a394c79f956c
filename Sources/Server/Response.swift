/// What a handler answers. The length, `Connection` and `Date` are the encoder's business.
public struct Response: Sendable, Equatable {
  /// Three digits, 200 to 599.
  public var status: Int
  /// The `Content-Type`; nil sends none.
  public var mediaType: String?
  /// Further fields. Framing fields and values with control characters are not sent.
  public var headers: Headers
  public var body: [UInt8]
  /// Whether the connection ends after it.
  public var closes = false
  /// Milliseconds before it is sent. A connection that waits for that is the first to be given up
  /// when there is no room.
  public var delay = 0

  public init(
    status: Int, mediaType: String? = nil, headers: Headers = [:], body: [UInt8] = []
  ) {
    self.status = status
    self.mediaType = mediaType
    self.headers = headers
    self.body = body
  }

  /// A plain text answer, sent as UTF-8.
  public init(status: Int, text: String) {
    self.init(status: status, mediaType: "text/plain; charset=utf-8", body: Array(text.utf8))
  }
}
