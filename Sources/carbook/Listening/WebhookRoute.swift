import Domain
import Foundation

/// What a request's path asks for.
enum WebhookRoute: Equatable {
  case health
  /// `/hook/<token>/<occasion>`; the token is not checked yet.
  case hook(token: String, Occasion)
  /// `/route/<token>[/<scheme>]`; the scheme is decoded, empty where none is named.
  case route(token: String, scheme: String)
  case unknown

  init(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    if parts.elementsEqual(["health"]) {
      self = .health
    } else if parts.count == 3, parts.first == "hook",
      let occasion = parts.last.flatMap({ Occasion(rawValue: String($0)) })
    {
      self = .hook(token: String(parts[parts.startIndex + 1]), occasion)
    } else if (2...3).contains(parts.count), parts.first == "route" {
      let scheme = parts.count == 3 ? parts.last.flatMap(WebhookRoute.decoded) ?? "" : ""
      self = .route(token: String(parts[parts.startIndex + 1]), scheme: scheme)
    } else {
      self = .unknown
    }
  }

  /// A name once its percent-encoding is undone (RFC 3986, section 2.1); nil for what is no text or
  /// too long to be one that somebody has set.
  private static func decoded(_ part: Substring) -> String? {
    guard part.utf8.count <= 12 * Route.schemeLimit,
      let name = String(part).removingPercentEncoding?.trimmed, name.count <= Route.schemeLimit
    else { return nil }
    return name
  }
}
