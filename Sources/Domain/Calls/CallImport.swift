/// What a row of a file says of a call.
public struct CallImport: Equatable, Sendable {
  /// Received when it is imported.
  public var event: CallEvent
  /// False for a call that stood in the log as not understood: the event has its id and start only.
  public var isUnderstood: Bool
  /// The number of the order it is about, where the file says it.
  public var order: String?

  public var note: String?

  public init(
    event: CallEvent, isUnderstood: Bool = true, order: String? = nil, note: String? = nil
  ) {
    self.event = event
    self.isUnderstood = isUnderstood
    self.order = order
    self.note = note
  }
}
