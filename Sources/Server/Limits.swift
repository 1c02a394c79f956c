/// What one client may use. Sizes are bytes, times are milliseconds; deadlines are total, never
/// per read, so that a client who sends a byte a second gains nothing.
public struct Limits: Sendable, Equatable {
  /// The longest request line, field line or chunk line, without its CR LF.
  public var line = 8 * 1024
  /// The whole head, from the request line through the empty line; also a body's trailers and
  /// chunk extensions together.
  public var head = 32 * 1024
  /// Field lines in a head, and in a body's trailers.
  public var fields = 100
  /// The body, chunks joined.
  public var body = 1024 * 1024
  /// Empty lines before a request line that are overlooked (RFC 9112 section 2.2).
  public var leadingEmptyLines = 4

  /// From the connection, or from the request's first byte, to the end of its head.
  public var headTime: Int64 = 10_000
  /// From the same moment to the end of its body.
  public var requestTime: Int64 = 30_000
  /// A kept connection on which no request begins.
  public var idleTime: Int64 = 75_000
  /// From the answer to the moment the client has taken all of it.
  public var writeTime: Int64 = 30_000
  /// How long, and over how many bytes, a client who still sends is listened to after a closing
  /// answer, so that he reads it (RFC 9112 section 9.6).
  public var lingerTime: Int64 = 5_000
  public var lingerBytes = 16 * 1024 * 1024
  /// How long a graceful stop waits for answers, for half-sent requests, and for clients to
  /// close after their last answer.
  public var stopTime: Int64 = 5_000
  public var stopReceiveTime: Int64 = 1_000
  public var stopLingerTime: Int64 = 200

  /// Connections open at once; fewer where the process may not open that many files.
  public var connections = 2_048
  /// What all clients together may make the listener keep: requests that are not complete, and
  /// those that are being handled.
  public var memory = 32 * 1024 * 1024

  public init() {}
}
