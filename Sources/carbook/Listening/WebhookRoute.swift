import Domain
import Telephony

/// What a request's path asks for.
enum WebhookRoute: Equatable {
  case health
  /// `/hook/<token>/<occasion>`; the token is not checked yet.
  case hook(token: String, Occasion)
  /// `/route/<token>[/<scheme>]`; the scheme is decoded, empty where none is named.
  case route(token: String, scheme: String)
  case unknown

  init(path: String) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .dropFirst().map { String(Substring($0)) }
    switch (parts.first, parts.count) {
    case ("health", 1): self = .health
    case ("hook", 3):
      self = Occasion(rawValue: parts[2]).map { .hook(token: parts[1], $0) } ?? .unknown
    case ("route", 2...3):
      let scheme = parts.count == 3 ? WebhookRoute.decoded(parts[2]) ?? "" : ""
      self = .route(token: parts[1], scheme: scheme)
    default: self = .unknown
    }
  }

  /// A name once its percent-encoding is undone (RFC 3986, section 2.1); nil for what is no text or
  /// too long to be one that somebody has set.
  private static func decoded(_ part: String) -> String? {
    guard part.utf8.count <= 12 * Route.schemeLimit,
      let name = PercentEncoding.decode(part)?.trimmed, name.count <= Route.schemeLimit
    else { return nil }
    return name
  }
}
