import Server

/// An address that a recording may be fetched from: read by hand, because a parser that accepts what
/// others read differently (`https://good.example\@evil.example/`) lets strangers choose the host.
struct RecordingAddress: Equatable, Sendable {
  enum Scheme: String, Sendable {
    case https, http

    var port: Int { self == .https ? 443 : 80 }
  }

  /// In bytes.
  static let limit = 2048

  let scheme: Scheme
  /// In small letters; an IPv6 address without its brackets.
  let host: String
  let port: Int
  /// The whole address, without a fragment.
  let text: String
  /// Named by the user as an origin of its own: neither its scheme nor where it leads is in question.
  let isTrusted: Bool

  /// - Throws: why it may not be fetched.
  init(_ text: String, policy: RecordingPolicy) throws(RecordingRefusal) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= RecordingAddress.limit else { throw .tooLong }
    guard bytes.allSatisfy(RecordingAddress.isOrdinary) else { throw .strangeCharacters }
    let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let scheme = Scheme(rawValue: parts[0].lowercased()) else {
      throw .scheme
    }
    let authority = parts[1].prefix { !"/?#".contains($0) }
    guard !authority.contains("@") else { throw .credentials }
    let (host, port) = try RecordingAddress.read(authority)
    let path = parts[1].dropFirst(authority.count).prefix { $0 != "#" }
    self.scheme = scheme
    self.host = host
    self.port = port ?? scheme.port
    self.text = "\(scheme.rawValue)://\(authority.lowercased())\(path)"
    isTrusted = policy.origins.contains(Origin(scheme: scheme, host: host, port: self.port))
    guard !RecordingAddress.isPlaylist(path) else { throw .playlist }
    guard !isTrusted else { return }
    guard scheme == .https || policy.allowsHTTP else { throw .scheme }
    guard RecordingAddress.isName(host) else { throw .privateAddress }
    guard policy.allows(host: host) else { throw .notAllowed }
    guard self.port == scheme.port else { throw .port }
  }

  /// A scheme, a host and a port (RFC 6454).
  struct Origin: Hashable, Sendable {
    let scheme: Scheme
    let host: String
    let port: Int
  }

  /// RFC 3986's characters but for those that others read in more than one way.
  private static func isOrdinary(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !#""<>\^`{|}"#.utf8.contains(byte)
  }

  /// `host`, `host:port`, `[address]`, `[address]:port`.
  static func read(
    _ authority: Substring
  ) throws(RecordingRefusal) -> (host: String, port: Int?) {
    if authority.first == "[" {
      guard let end = authority.firstIndex(of: "]") else { throw .host }
      let address = authority[authority.index(after: authority.startIndex)..<end]
      guard address.contains(":"), IPAddress(parsing: address) != nil else { throw .host }
      let rest = authority[authority.index(after: end)...]
      if rest.isEmpty { return (address.lowercased(), nil) }
      guard rest.first == ":" else { throw .host }
      return (address.lowercased(), try port(rest.dropFirst()))
    }
    let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let host = (parts.first ?? "").lowercased()
    guard isName(host) || IPAddress(parsing: host) != nil else { throw .host }
    return (host, parts.count == 2 ? try port(parts[1]) : nil)
  }

  private static func port(_ text: Substring) throws(RecordingRefusal) -> Int {
    guard (1...5).contains(text.utf8.count), text.allSatisfy({ $0.isASCII && $0.isNumber }),
      let port = Int(text), (1...65535).contains(port)
    else { throw .port }
    return port
  }

  /// Labels of letters, digits and hyphens (RFC 1123 section 2.1). The last one has a letter: a host
  /// of digits alone is an address in one of its many spellings.
  private static func isName(_ host: String) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard host.utf8.count <= 253, labels.count >= 2,
      labels.last?.contains(where: { $0.isLetter }) == true,
      labels.last?.hasPrefix("0x") == false
    else { return false }
    return labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
        && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
  }

  /// Players read other addresses out of these.
  private static func isPlaylist(_ path: Substring) -> Bool {
    let file = path.prefix { $0 != "?" }.lowercased()
    return ["m3u", "m3u8", "pls", "xspf", "asx", "cue", "smil", "ram", "wpl", "txt", "html"]
      .contains { file.hasSuffix("." + $0) }
  }
}
