import Server

/// Which recordings are fetched: from the provider's hosts over https, and from what the user has
/// added.
struct RecordingPolicy: Equatable, Sendable {
  /// Ringostat's; each stands for its subdomains too.
  static let providerHosts = ["ringostat.com", "ringostat.net"]
  /// The most that is fetched, in bytes.
  static let sizeLimit = 100 << 20

  private(set) var hosts = providerHosts
  private(set) var origins: Set<RecordingAddress.Origin> = []
  /// Whether http will do where the host is allowed.
  var allowsHTTP = false
  /// What the user has added, as he wrote it.
  private(set) var entries: [String] = []

  init() {}

  /// - Parameter entries: `host.example`, or an exact origin such as `http://127.0.0.1:4711`, for
  ///   which neither the scheme nor the kind of address is in question.
  /// - Returns: nil where one of them is neither.
  init?(allowing entries: [String]) {
    self.entries = entries
    for entry in entries {
      if let origin = RecordingPolicy.origin(entry) {
        origins.insert(origin)
      } else if !entry.contains("/"), !entry.contains(":"),
        (try? RecordingAddress("https://\(entry)/", policy: RecordingPolicy(host: entry))) != nil
      {
        hosts.append(entry.lowercased())
      } else {
        return nil
      }
    }
  }

  private init(host: String) {
    hosts = [host.lowercased()]
  }

  /// Allows the hosts of those addresses too, such as a provider's own.
  func adding(hostsOf addresses: [String]) -> RecordingPolicy {
    var policy = self
    for address in addresses {
      guard let host = RecordingPolicy.origin(address)?.host, !policy.allows(host: host),
        RecordingPolicy(allowing: [host]) != nil
      else { continue }
      policy.hosts.append(host)
    }
    return policy
  }

  func allows(host: String) -> Bool {
    hosts.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  /// `scheme://host[:port]` and nothing behind it.
  private static func origin(_ text: String) -> RecordingAddress.Origin? {
    let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let scheme = RecordingAddress.Scheme(rawValue: parts[0].lowercased()),
      !parts[1].contains(where: { "/?#@".contains($0) }),
      let authority = try? RecordingAddress.read(parts[1])
    else { return nil }
    return RecordingAddress.Origin(
      scheme: scheme, host: authority.host, port: authority.port ?? scheme.port)
  }

  /// Whether an address that a host's name leads to is somebody else's machine on the public
  /// network (IANA's special-purpose registries, RFC 6890).
  static func isPublic(_ address: IPAddress) -> Bool {
    !special.contains { $0.contains(address) }
  }

  private static let special: [AddressRange] = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
    "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "::/96", "64:ff9b::/96", "64:ff9b:1::/48",
    "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/9", "ff00::/8",
  ].compactMap { AddressRange(parsing: $0) }
}
