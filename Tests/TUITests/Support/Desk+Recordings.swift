import Domain

@testable import TUI

extension Desk {
  /// `p` on the row of a client's recorded call.
  mutating func play() {
    press(.down, .character("p"))
    send(.playbackChanged(.sample()))
  }

  /// What was asked of the player since the last time.
  mutating func takePlayback() -> [Effect] {
    takeAsked().filter {
      switch $0 {
      case .playRecording, .stopPlayback, .togglePause, .seek, .changeSpeed, .copyRecordingLink:
        true
      default: false
      }
    }
  }
}

extension Playback {
  /// Of that client's call, unless told.
  static func sample(
    _ call: Call.ID = Call.ID(8), _ phase: Phase = .playing, at position: Int = 42,
    canSeek: Bool = true, levels: SoundLevels? = nil
  ) -> Playback {
    var playback = Playback(call: call, phase: phase)
    playback.position = position
    playback.duration = 185
    playback.canSeek = canSeek
    playback.levels = levels
    return playback
  }
}
