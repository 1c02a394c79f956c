import FoundationEssentials
import Glibc

/// A player at work on one file. Belongs to one thread.
final class PlayingFile {
  static let speeds = [75, 100, 125, 150, 175, 200]
  /// How long a player may take to end when it is asked to, in milliseconds.
  static let patience: Int64 = 1500

  private let child: ChildProcess
  private let folder: String?
  private let begun = Clock.monotonicMilliseconds()
  private var mpv: MpvConnection?
  /// What mpv is to be told once it listens.
  private var waiting: [(MpvConnection) -> Void] = []
  /// When it was paused, and for how long before that, where nobody but us counts.
  private var pausedSince: Int64?
  private var pausedFor: Int64 = 0
  private(set) var speed = 100
  private var isLeft = false

  /// - Parameter endsWithUs: whether it is killed where this program is.
  init(_ file: String, with program: PlayerProgram, endsWithUs: Bool) throws(SystemError) {
    folder = program.isMpv ? PlayingFile.newFolder() : nil
    child = try ChildProcess(
      program.path, program.arguments(for: file, socket: (folder ?? "") + "/mpv"),
      endsWithUs: endsWithUs)
  }

  deinit {
    if isLeft { removeFolder() } else { stop() }
  }

  /// Whether it can be told to go elsewhere and to play faster.
  var canSeek: Bool { folder != nil }

  var isPaused: Bool { pausedSince != nil }

  /// How it ended; nil while it plays.
  var ending: ChildProcess.Ending? { child.poll() }

  /// Seconds since the player was started.
  var age: Double { Double(Clock.monotonicMilliseconds() - begun) / 1000 }

  /// Looks how far it is.
  func refresh() {
    if mpv == nil, let folder { mpv = MpvConnection(socket: folder + "/mpv") }
    guard let mpv else { return }
    for order in waiting { order(mpv) }
    waiting = []
    mpv.refresh()
  }

  private func tell(_ order: @escaping (MpvConnection) -> Void) {
    waiting.append(order)
    refresh()
  }

  /// Seconds from the beginning; where the player does not tell, by the clock.
  var position: Double {
    if folder != nil { return mpv?.position ?? 0 }
    let now = pausedSince ?? Clock.monotonicMilliseconds()
    return Double(now - begun - pausedFor) / 1000
  }

  var duration: Double? { mpv?.duration }

  func togglePause() {
    guard child.poll() == nil else { return }
    let now = Clock.monotonicMilliseconds()
    if let pausedSince {
      pausedFor += now - pausedSince
      self.pausedSince = nil
    } else {
      pausedSince = now
    }
    if folder != nil {
      tell { [isPaused] in $0.setPaused(isPaused) }
    } else {
      // A player without a remote control is stopped as a shell would stop it.
      kill(-child.id, isPaused ? SIGSTOP : SIGCONT)
    }
  }

  func seek(by seconds: Int) {
    if canSeek { tell { $0.seek(by: seconds) } }
  }

  /// - Parameter steps: in `speeds`.
  func changeSpeed(by steps: Int) {
    guard canSeek, let index = PlayingFile.speeds.firstIndex(of: speed) else { return }
    speed = PlayingFile.speeds[min(max(0, index + steps), PlayingFile.speeds.count - 1)]
    tell { [speed] in $0.setSpeed(speed) }
  }

  /// Lets it play to its end when this object goes; one that is paused would never come there.
  func leave() {
    guard !isPaused, child.poll() == nil else { return }
    child.leave()
    isLeft = true
  }

  private func removeFolder() {
    if let folder { try? FileManager.default.removeItem(atPath: folder) }
  }

  func stop() {
    // One that is stopped would take no notice.
    if child.poll() == nil { kill(-child.id, SIGCONT) }
    child.end(within: PlayingFile.patience)
    removeFolder()
  }

  /// For mpv's socket; nobody but this user reaches it.
  private static func newFolder() -> String? {
    let pattern = FileManager.default.temporaryDirectory.path + "/carbook-XXXXXX"
    return pattern.withCString { pattern in
      guard let path = strdup(pattern) else { return nil }
      defer { free(path) }
      return mkdtemp(path).map { String(cString: $0) }
    }
  }
}
