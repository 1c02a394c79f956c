/// Whether a call raises "New client on Carbook".
public enum PromptRule {
  /// How a call came to us.
  public enum Origin: String, Sendable {
    /// By a webhook, just now.
    case delivered
    /// Asked for after a gap: old news raises nothing.
    case fetched
    case imported
    case replayed
    case demo
  }

  /// A fetched call that is older than this raises nothing, in seconds.
  static let freshness: Int64 = 10 * 60

  public static func raises(
    client: PhoneNumber?, type: CallType?, start: Timestamp, origin: Origin, ownerCount: Int,
    now: Timestamp
  ) -> Bool {
    guard let client, !client.isInternal, let type, type != .internal, ownerCount == 0 else {
      return false
    }
    switch origin {
    case .delivered: return true
    case .fetched: return now.seconds(since: start) <= freshness
    case .imported, .replayed, .demo: return false
    }
  }
}
