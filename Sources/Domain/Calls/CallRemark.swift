/// What the provider says beside a call and no rule reckons with: told as it came.
public enum CallRemark: CaseIterable, Sendable {
  /// The page of the shop's site that the client came to, and the page he came from.
  case landing, referrer
  /// The IP address he looked at the site from.
  case address
  /// Whether the provider takes it for a target call, and for a further one of the same client.
  case isProper, isRepeated
  /// Which call of the client's it is.
  case count
  case categoryNumber, categoryMark, employeeMark
  /// How the call was forwarded.
  case scheme, step
  case project
}
