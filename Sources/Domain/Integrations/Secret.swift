/// A text that is used and never shown: in place of it every description has a mask.
public struct Secret: Hashable, Sendable {
  public static let mask = "••••••••"

  private let text: String

  /// What a person pastes or a file holds, without white space at its ends. Nil for nothing.
  public init?(_ text: String) {
    guard !text.trimmed.isEmpty else { return nil }
    self.text = text.trimmed
  }

  /// The text itself: for the request that needs it, the store that keeps it, the clipboard of who
  /// asks for it.
  public var revealed: String { text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { Secret.mask }
  public var debugDescription: String { Secret.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
