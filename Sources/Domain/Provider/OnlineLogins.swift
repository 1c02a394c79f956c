/// Who of the provider's project could take a call, as the provider said it last.
public struct OnlineLogins: Equatable, Sendable {
  /// SIP logins.
  public let online: Set<String>
  /// Those who are in a call.
  public let speaking: Set<String>
  /// When the provider said so.
  public let at: Timestamp

  /// What is older says nothing of now, in seconds.
  public static let freshness: Int64 = 120

  public init(online: Set<String>, speaking: Set<String> = [], at: Timestamp) {
    self.online = online
    self.speaking = speaking
    self.at = at
  }

  public func isFresh(at now: Timestamp) -> Bool {
    (0...OnlineLogins.freshness).contains(now.seconds(since: at))
  }
}
