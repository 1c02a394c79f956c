/// Whether deliveries are written into the store, or beside it.
public enum SpoolStatus: Equatable, Sendable {
  /// Why the store takes nothing now.
  public enum Trouble: Equatable, Sendable {
    /// `pid name` of whoever has its lock; nil where he left no name.
    case held(by: String?)
    case full
    case readOnly
    /// A newer carbook has changed the store under us.
    case newer
    case gone
    /// Another console listens, and says why.
    case elsewhere
    /// One sentence without a stop.
    case other(String)
  }

  case idle
  /// Deliveries are answered and kept in a file.
  case keeping(Trouble)
  /// The file cannot be written either: the provider is told to try again.
  case refusing(Trouble)
  /// All that was kept is in the store.
  case takenIn

  var trouble: Trouble? {
    switch self {
    case .keeping(let trouble), .refusing(let trouble): trouble
    case .idle, .takenIn: nil
    }
  }
}

extension ConsoleState {
  mutating func spoolChanged(_ status: SpoolStatus) {
    spool = status
    if status == .takenIn { message = Message(text: words(.spoolTakenIn), role: .success) }
  }

  /// Stands as long as the trouble does.
  var spoolSentence: Message? {
    switch spool {
    case .keeping(let trouble):
      Message(text: words(.spoolKeeping, sentence(trouble)), role: .warning)
    case .refusing(let trouble):
      Message(text: words(.spoolRefusing, sentence(trouble)), role: .error)
    case .idle, .takenIn: nil
    }
  }

  private func sentence(_ trouble: SpoolStatus.Trouble) -> String {
    switch trouble {
    case .held(let holder): words(.spoolHeld, holder ?? "?")
    case .full: words(.spoolFull)
    case .readOnly: words(.spoolReadOnly)
    case .newer: words(.spoolNewer)
    case .gone: words(.spoolGone)
    case .elsewhere: words(.spoolElsewhere)
    case .other(let sentence): sentence
    }
  }
}
