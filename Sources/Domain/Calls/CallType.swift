/// Who called whom, as the log names it.
public enum CallType: String, CaseIterable, Sendable {
  case incoming = "in"
  case outgoing = "out"
  /// The provider rang our employee and then the client, who had asked for it on the web site.
  case callback
  /// Both sides are ours.
  case `internal`
}
