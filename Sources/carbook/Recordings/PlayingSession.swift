import Domain
import TUI

/// A recording that is being played, and what was last told of it. Belongs to the player's thread.
struct PlayingSession {
  /// A player that ends with an error within so many seconds has played nothing.
  private static let shortest = 3.0

  private let file: PlayingFile
  /// What may be opened elsewhere where nothing is heard here.
  private let link: String?
  private var playback: Playback
  private var told: Playback?
  /// Whether it was paused by us and not by the user.
  private var isHeld = false

  /// - Throws: `noPlayer` where it cannot be started.
  init(
    _ call: Call.ID, _ path: String, _ program: PlayerProgram, link: String?, endsWithUs: Bool
  ) throws(RecordingProblem) {
    self.link = link
    playback = Playback(call: call, phase: .playing)
    do throws(SystemError) {
      file = try PlayingFile(path, with: program, endsWithUs: endsWithUs)
    } catch {
      throw .noPlayer
    }
  }

  /// The player has come to the end.
  var isOver: Bool { file.ending != nil }

  mutating func obey(_ order: RecordingPlayer.Order) {
    switch order {
    case .togglePause:
      isHeld = false
      file.togglePause()
    case .hold:
      guard !file.isPaused else { return }
      file.togglePause()
      isHeld = true
    case .goOn:
      if isHeld { file.togglePause() }
      isHeld = false
    case .seek(let seconds): file.seek(by: seconds)
    case .changeSpeed(let steps): file.changeSpeed(by: steps)
    case .showLevels(let call, let levels):
      if call == playback.call { playback.levels = levels }
    case .play, .stop, .finish: break
    }
  }

  func leave() {
    file.leave()
  }

  /// - Returns: what to tell; nil where that has been told, or where it is over.
  mutating func refresh() -> Playback? {
    if let ending = file.ending {
      guard ending != .exited(0), file.age < PlayingSession.shortest else { return nil }
      playback.phase = .failed(.noSound)
      playback.link = link
      return playback
    }
    file.refresh()
    playback.phase = file.isPaused ? .paused : .playing
    playback.position = Int(max(0, file.position))
    // The levels know the length where the player does not say it.
    playback.duration =
      file.duration.map { Int($0.rounded()) } ?? playback.levels.map { $0.channels[0].count / 10 }
    playback.speed = file.speed
    playback.canSeek = file.canSeek
    guard playback != told else { return nil }
    told = playback
    return playback
  }
}
