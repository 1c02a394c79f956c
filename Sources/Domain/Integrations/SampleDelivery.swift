/// A delivery that a person sends to see whether deliveries arrive: it goes all the way and is
/// journaled, and makes no call. Its call id is what marks it, so that it stays one in the spool and
/// in every replay.
public enum SampleDelivery {
  private static let prefix = "carbook-test-"

  /// - Parameter unique: tells one sample from the others.
  public static func callID(_ unique: String) -> String {
    prefix + unique
  }

  public static func isSample(callID: String) -> Bool {
    callID.hasPrefix(prefix)
  }
}
