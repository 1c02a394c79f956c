/// What a person wants to be told of while he looks elsewhere, and how.
public struct NoticeSettings: Equatable, Sendable {
  public enum Bell: String, CaseIterable, Sendable { case off, beep, flash }

  public enum Desktop: String, CaseIterable, Sendable {
    case off, auto, terminal
    case notifySend = "notify-send"
  }

  public var bell = Bell.beep
  public var desktop = Desktop.off
  /// A program and its arguments; empty for none.
  public var hook: [String] = []
  /// Whether the desktop is told who.
  public var tellsWho = true
  public var newClients = true
  public var missedCalls = true
  /// How long a client waits until his call back is due; 0 where nobody is to be told of it.
  public var callBackDueMinutes = 15

  public init() {}
}
