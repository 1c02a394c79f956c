import Domain

/// Which SIP logins are registered with the provider, and which of them are in a call.
public enum SIPStatus: String, Sendable {
  case online, speaking

  public var request: ProviderRequest { ProviderRequest(.get, "/sipstatus/\(rawValue)") }

  /// The logins of an answer; an empty body says that there are none.
  /// - Throws: `notUnderstood` for what is no list of them; `brokenOff` where its end is missing.
  public static func logins(in body: [UInt8]) throws(ProviderProblem) -> Set<String> {
    guard let first = body.first(where: { $0 > 0x20 }) else { return [] }
    guard first == .openBracket else { throw ProviderProblem(.notUnderstood) }
    guard let elements = JSONReader.elements(body) else { throw ProviderProblem(.brokenOff) }
    let logins = elements.compactMap(JSONReader.text)
    guard logins.count == elements.count else { throw ProviderProblem(.notUnderstood) }
    return Set(logins)
  }
}
