import Domain
import Foundation
import Server
import Synchronization
import TUI

/// A thread that fetches and plays recordings, one at a time: it is given orders, and tells what it
/// is doing. It waits for the network and for players, so that nobody else has to.
final class RecordingPlayer: Sendable {
  enum Order: Equatable, Sendable {
    /// - link: nil where the provider has no recording.
    case play(Call.ID, link: String?)
    case stop
    case togglePause
    /// In seconds.
    case seek(Int)
    /// In steps of `PlayingFile.speeds`.
    case changeSpeed(Int)
    /// The levels of the recording that is being played, once they are known.
    case showLevels(Call.ID, SoundLevels)
    case finish
  }

  /// How often a player is asked how far it is, in milliseconds.
  private static let interval: Int32 = 200

  private let settings: RecordingSettings
  private let cache: RecordingCache
  private let tell: @Sendable (Playback?) -> Void
  private let orders = Mutex<[Order]>([])
  private let wake: WakePipe
  private let ended = DispatchSemaphore(value: 0)

  /// - Parameter tell: called on the player's thread; nil where nothing is played any more.
  init(
    cache: RecordingCache, settings: RecordingSettings,
    tell: @escaping @Sendable (Playback?) -> Void
  ) throws(SystemError) {
    guard let wake = WakePipe() else { throw SystemError("cannot make a pipe") }
    self.wake = wake
    self.settings = settings
    self.tell = tell
    self.cache = cache
    startThread { [self] in
      run()
      ended.signal()
    }
  }

  /// From any thread; never waits.
  func submit(_ order: Order) {
    orders.withLock { $0.append(order) }
    wake.wake()
  }

  /// Stops what is played, and waits for the end: two seconds at the most.
  func finish() {
    submit(.finish)
    _ = ended.wait(timeout: .now() + 2)
  }

  private func nextOrder() -> Order? {
    orders.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }

  /// Whether what is being done is still wanted.
  private var isUndisturbed: Bool {
    orders.withLock { orders in
      !orders.contains {
        switch $0 {
        case .play, .stop, .finish: true
        case .togglePause, .seek, .changeSpeed, .showLevels: false
        }
      }
    }
  }

  private func run() {
    var session: PlayingSession?
    while true {
      wake.drain()
      while let order = nextOrder() {
        switch order {
        case .finish: return
        case .stop:
          if session != nil { tell(nil) }
          session = nil
        case .play(let call, let link):
          session = nil
          session = begin(call, link)
        case .togglePause, .seek, .changeSpeed, .showLevels: session?.obey(order)
        }
      }
      if let playback = session?.refresh() {
        tell(playback)
        if case .failed = playback.phase { session = nil }
      } else if session?.isOver == true {
        session = nil
        tell(nil)
      }
      wake.wait(milliseconds: session == nil ? -1 : RecordingPlayer.interval)
    }
  }

  // MARK: Beginning

  private func begin(_ call: Call.ID, _ link: String?) -> PlayingSession? {
    do throws(RecordingProblem) {
      guard let link else { throw .none }
      guard let program = PlayerProgram(configured: settings.player) else { throw .noPlayer }
      var file = cache.file(of: call, link: link)
      if file == nil { file = try fetch(call, link) }
      guard let file else { throw .disk }
      let session = try PlayingSession(call, file, program)
      drawLevels(of: call, file)
      return session
    } catch {
      tell(error == .cancelled ? nil : Playback(call: call, phase: .failed(error)))
      return nil
    }
  }

  private func fetch(_ call: Call.ID, _ link: String) throws(RecordingProblem) -> String {
    var told = Playback(call: call, phase: .fetching(received: 0, whole: nil))
    tell(told)
    return try cache.fetch(call, link: link, policy: settings.policy) { received, whole in
      let playback = Playback(call: call, phase: .fetching(received: received, whole: whole))
      if playback != told { tell(playback) }
      told = playback
      return isUndisturbed
    }
  }

  /// Beside the playing, as ffmpeg may take its time.
  private func drawLevels(of call: Call.ID, _ file: String) {
    guard let picture = LevelPicture() else { return }
    startThread { [weak self] in
      if let levels = picture.levels(of: file) { self?.submit(.showLevels(call, levels)) }
    }
  }
}
