/// Makes the bytes of an answer (RFC 9112 section 4): a true length, and no field that a
/// handler could break the framing with.
public enum ResponseEncoder {
  /// What is sent to a client who asked whether he may send his body.
  public static let goOn = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

  /// - Parameters:
  ///   - version: the request's; an HTTP/1.0 client must be told of a kept connection.
  ///   - isHEAD: the head only, with the length that the body would have.
  ///   - isPersistent: whether the connection stays open.
  ///   - date: the value of `Date`; nil sends none.
  public static func encode(
    _ response: Response, version: Request.Version = .http11, isHEAD: Bool = false,
    isPersistent: Bool, date: String? = nil
  ) -> [UInt8] {
    // 204 has no content, 304 only the head of one (RFC 9110 sections 15.3.5, 15.4.5).
    let hasBody = response.status != 204 && response.status != 304
    var head = "HTTP/1.1 \(response.status) \(ReasonPhrase.text(for: response.status))\r\n"
    func add(_ name: String, _ value: String) {
      head += name
      head += ": "
      head += value
      head += "\r\n"
    }
    if let date { add("Date", date) }
    if hasBody {
      if let type = response.mediaType, isSendable(type) { add("Content-Type", type) }
      add("Content-Length", String(response.body.count))
    }
    for field in response.headers.fields where isSendable(field) { add(field.name, field.value) }
    if !isPersistent {
      add("Connection", "close")
    } else if version == .http10 {
      add("Connection", "keep-alive")
    }
    head += "\r\n"
    var bytes = Array(head.utf8)
    if hasBody, !isHEAD { bytes += response.body }
    return bytes
  }

  private static let ownNames = [
    "Connection", "Content-Length", "Content-Type", "Date", "Keep-Alive", "Transfer-Encoding",
  ]

  private static func isSendable(_ field: Headers.Field) -> Bool {
    !field.name.isEmpty && field.name.utf8.allSatisfy(ASCII.isToken) && isSendable(field.value)
      && !ownNames.contains { ASCII.equalIgnoringCase($0, field.name) }
  }

  private static func isSendable(_ value: String) -> Bool {
    value.utf8.allSatisfy(ASCII.isFieldValue)
  }
}
