/// The program that plays: what it is called with, and what it can do.
struct PlayerProgram: Equatable, Sendable {
  /// An absolute path.
  let path: String
  /// Before the file's name, or with `{file}` where it goes.
  let arguments: [String]
  /// Whether it is mpv, which tells how far it is and can be asked to seek and to play faster.
  let isMpv: Bool

  static let placeholder = "{file}"

  private static let known: [(name: String, arguments: [String])] = [
    ("mpv", []),
    (
      "ffplay",
      [
        "-nodisp", "-autoexit", "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file",
        "--",
      ]
    ),
    ("cvlc", ["--intf", "dummy", "--no-video", "--play-and-exit", "--"]),
    ("mplayer", ["-noconfig", "all", "-really-quiet", "-novideo", "-noconsolecontrols", "--"]),
    ("play", ["-q", "--"]),
  ]

  /// What is played with, the first that is installed.
  static let names = known.map(\.name)

  /// No configuration, no scripts, nothing but the file it is given.
  private static let mpv = [
    "--no-config", "--load-scripts=no", "--ytdl=no", "--no-video", "--no-terminal",
    "--load-unsafe-playlists=no", "--access-references=no", "--resume-playback=no", "--idle=no",
    "--keep-open=no", "--audio-fallback-to-null=no",
  ]

  /// - Parameters:
  ///   - configured: an argument list of the user's, with `{file}` where the file goes; empty for the
  ///     first known player that is installed.
  /// - Returns: nil where there is none.
  init?(configured: [String], find: (String) -> String? = { InstalledProgram.find($0) }) {
    if let name = configured.first {
      guard let path = find(name) else { return nil }
      self.init(path: path, arguments: Array(configured.dropFirst()))
      return
    }
    for (name, arguments) in PlayerProgram.known {
      if let path = find(name) {
        self.init(path: path, arguments: arguments)
        return
      }
    }
    return nil
  }

  private init(path: String, arguments: [String]) {
    self.path = path
    isMpv = path.hasSuffix("/mpv")
    self.arguments = arguments
  }

  /// - Parameters:
  ///   - file: an absolute path of ours.
  ///   - socket: where mpv is to listen.
  func arguments(for file: String, socket: String) -> [String] {
    var before = arguments
    if isMpv {
      before =
        PlayerProgram.mpv + arguments.filter { $0 != "--" } + ["--input-ipc-server=\(socket)"]
      if !before.contains(PlayerProgram.placeholder) { before.append("--") }
    }
    guard before.contains(PlayerProgram.placeholder) else { return before + [file] }
    return before.map { $0 == PlayerProgram.placeholder ? file : $0 }
  }
}
