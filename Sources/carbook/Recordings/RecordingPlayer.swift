import Dispatch
import Domain
import Server
import Synchronization
import TUI

/// A thread that fetches and plays recordings, one at a time: it is given orders, and tells what it
/// is doing. It waits for the network and for players, so that nobody else has to.
final class RecordingPlayer: Sendable {
  enum Order: Equatable, Sendable {
    /// - link: nil where the provider has no recording.
    case play(Call.ID, link: String?, RecordingPolicy)
    case stop
    case togglePause
    /// In seconds.
    case seek(Int)
    /// In steps of `PlayingFile.speeds`.
    case changeSpeed(Int)
    /// The levels of the recording that is being played, once they are known.
    case showLevels(Call.ID, SoundLevels)
    /// Pauses what is not paused, until `goOn`.
    case hold
    case goOn
    case finish(playingOn: Bool)
  }

  /// How often a player is asked how far it is, in milliseconds.
  private static let interval: Int32 = 200

  private let settings: RecordingSettings
  private let isOutOfReach: Bool
  private let cache: RecordingCache
  private let tell: @Sendable (Playback?) -> Void
  private let orders = Mutex<[Order]>([])
  private let wake: WakePipe
  private let ended = DispatchSemaphore(value: 0)
  private let held = DispatchSemaphore(value: 0)
  /// Counts what was begun: levels of anything earlier are not wanted any more.
  private let begun = Atomic<Int>(0)

  /// - Parameters:
  ///   - isOutOfReach: whether nobody hears what is played here.
  ///   - tell: called on the player's thread; nil where nothing is played any more.
  init(
    cache: RecordingCache, settings: RecordingSettings,
    isOutOfReach: Bool = SoundOutput.isOutOfReach(),
    tell: @escaping @Sendable (Playback?) -> Void
  ) throws(SystemError) {
    guard let wake = WakePipe() else { throw SystemError("cannot make a pipe") }
    self.wake = wake
    self.settings = settings
    self.isOutOfReach = isOutOfReach
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
  /// - Parameter playingOn: whether it may play to its end where the user wants that.
  func finish(playingOn: Bool = false) {
    submit(.finish(playingOn: playingOn && settings.playsOnAfterQuit))
    _ = ended.wait(timeout: .now() + 2)
  }

  /// Pauses what is played until `goOn`, and waits for it: a third of a second at the most.
  func hold() {
    while held.wait(timeout: .now()) == .success {}
    submit(.hold)
    _ = held.wait(timeout: .now() + 0.3)
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
        case .togglePause, .seek, .changeSpeed, .showLevels, .hold, .goOn: false
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
        case .finish(let playingOn):
          begun.add(1, ordering: .relaxed)
          if playingOn { session?.leave() }
          return
        case .stop:
          begun.add(1, ordering: .relaxed)
          if session != nil { tell(nil) }
          session = nil
        case .play(let call, let link, let policy):
          session = nil
          session = begin(call, link, policy)
        case .togglePause, .seek, .changeSpeed, .showLevels, .goOn: session?.obey(order)
        case .hold:
          session?.obey(order)
          held.signal()
        }
      }
      if let playback = session?.refresh() {
        tell(playback)
        if playback.isFailed { session = nil }
      } else if session?.isOver == true {
        session = nil
        tell(nil)
      }
      wake.wait(milliseconds: session == nil ? -1 : RecordingPlayer.interval)
    }
  }

  // MARK: Beginning

  private func begin(
    _ call: Call.ID, _ link: String?, _ policy: RecordingPolicy
  ) -> PlayingSession? {
    let number = begun.add(1, ordering: .relaxed).newValue
    // What may be opened elsewhere where it cannot be heard here.
    let address = link.flatMap { try? RecordingAddress($0, policy: policy).text }
    do throws(RecordingProblem) {
      guard let link else { throw .none }
      // Who has chosen a player knows where it is heard.
      if settings.player.isEmpty, isOutOfReach {
        guard address != nil else { throw .badLink }
        throw .overSSH
      }
      guard let program = PlayerProgram(configured: settings.player) else { throw .noPlayer }
      var file = cache.file(of: call, link: link)
      if file == nil { file = try fetch(call, link, policy) }
      guard let file else { throw .disk }
      let session = try PlayingSession(
        call, file, program, link: address, endsWithUs: !settings.playsOnAfterQuit)
      drawLevels(of: call, file, number)
      return session
    } catch {
      var playback = Playback(call: call, phase: .failed(error))
      if [.overSSH, .noPlayer].contains(error) { playback.link = address }
      tell(error == .cancelled ? nil : playback)
      return nil
    }
  }

  private func fetch(
    _ call: Call.ID, _ link: String, _ policy: RecordingPolicy
  ) throws(RecordingProblem) -> String {
    var told = Playback(call: call, phase: .fetching(received: 0, whole: nil))
    tell(told)
    return try cache.fetch(call, link: link, policy: policy) { received, whole in
      let playback = Playback(call: call, phase: .fetching(received: received, whole: whole))
      if playback != told { tell(playback) }
      told = playback
      return isUndisturbed
    }
  }

  /// Beside the playing, as ffmpeg may take its time.
  private func drawLevels(of call: Call.ID, _ file: String, _ number: Int) {
    guard let picture = LevelPicture() else { return }
    startThread { [weak self] in
      let levels = picture.levels(of: file) { self?.begun.load(ordering: .relaxed) == number }
      if let levels { self?.submit(.showLevels(call, levels)) }
    }
  }
}
