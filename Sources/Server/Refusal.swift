/// Why bytes are not a request that is taken: the status of the answer, after which the
/// connection closes, since where the next request would start is not known.
public struct Refusal: Error, Sendable, Equatable {
  public let status: Int
  /// One fixed sentence that quotes nothing of the request.
  public let reason: String

  public init(status: Int, reason: String) {
    self.status = status
    self.reason = reason
  }

  static func malformed(_ reason: String) -> Refusal { Refusal(status: 400, reason: reason) }

  static let bareLineBreak = malformed("A line must end with CR LF.")
  static let lateHead = Refusal(status: 408, reason: "The request's head came too slowly.")
  static let lateBody = Refusal(status: 408, reason: "The request's body came too slowly.")
  static let largeBody = Refusal(status: 413, reason: "The body is too large.")
  static let longTarget = Refusal(status: 414, reason: "The request line is too long.")
  static let unknownExpectation = Refusal(status: 417, reason: "That expectation is not known.")
  static let largeHead = Refusal(status: 431, reason: "The header fields are too large.")
  static let manyFields = Refusal(status: 431, reason: "There are too many header fields.")
  static let unknownCoding = Refusal(status: 501, reason: "That transfer coding is not known.")
  static let overloaded = Refusal(status: 503, reason: "Too much is being received at once.")
  static let unknownVersion = Refusal(status: 505, reason: "Only HTTP/1.0 and 1.1 are spoken.")

  /// The answer that is sent for it.
  var response: Response { Response(status: status, text: reason + "\n") }
}
