import Domain

/// What a request's path asks for.
enum WebhookRoute: Equatable {
  case health
  /// `/hook/<token>/<occasion>`; the token is not checked yet.
  case hook(token: String, Occasion)
  case unknown

  init(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    if parts.elementsEqual(["health"]) {
      self = .health
    } else if parts.count == 3, parts.first == "hook",
      let occasion = parts.last.flatMap({ Occasion(rawValue: String($0)) })
    {
      self = .hook(token: String(parts[parts.startIndex + 1]), occasion)
    } else {
      self = .unknown
    }
  }
}
