import Domain

/// The recording that is being fetched or played, or why there is nothing to hear.
public struct Playback: Equatable, Sendable {
  public enum Phase: Equatable, Sendable {
    /// In bytes; the whole is nil where the server has not said it.
    case fetching(received: Int, whole: Int?)
    case playing
    case paused
    case failed(RecordingProblem)
  }

  public let call: Call.ID
  public var phase: Phase
  /// Seconds from the beginning.
  public var position = 0
  /// Seconds; nil where not known.
  public var duration: Int?
  /// In hundredths: 100 as it was spoken.
  public var speed = 100
  /// Whether the player can be asked to go elsewhere and to play faster.
  public var canSeek = false
  public var levels: SoundLevels?
  /// Where it has failed: the address that may be opened elsewhere instead; nil where it may not.
  public var link: String?

  /// Whether it says why there is nothing to hear.
  public var isFailed: Bool {
    if case .failed = phase { true } else { false }
  }

  public init(call: Call.ID, phase: Phase) {
    self.call = call
    self.phase = phase
  }
}
