import Testing

@testable import carbook

@Suite struct PlayerProgramTests {
  private let file = "/home/olena/.cache/carbook/recordings/1f/7-3a.wav"

  private func words(_ configured: [String], installed: Set<String>) -> [String]? {
    let program = PlayerProgram(configured: configured) { name in
      name.hasPrefix("/") ? name : installed.contains(name) ? "/usr/bin/" + name : nil
    }
    return program.map { [$0.path] + $0.arguments(for: file, socket: "/tmp/x/mpv") }
  }

  @Test(arguments: PlayerProgram.names) func theFileStandsBehindTwoDashes(_ name: String) {
    #expect(words([], installed: [name])?.first == "/usr/bin/" + name)
    #expect(words([], installed: [name])?.suffix(2) == ["--", file])
  }

  @Test func theFirstThatIsInstalledPlays() {
    #expect(PlayerProgram.names == ["mpv", "ffplay", "cvlc", "mplayer", "play"])
    #expect(words([], installed: ["play", "cvlc"])?.first == "/usr/bin/cvlc")
    #expect(words([], installed: []) == nil)
  }

  @Test func mpvReadsNothingButTheFile() {
    let all = words([], installed: ["mpv"]) ?? []
    for word in [
      "--no-config", "--load-scripts=no", "--ytdl=no", "--load-unsafe-playlists=no",
      "--access-references=no", "--input-ipc-server=/tmp/x/mpv",
    ] {
      #expect(all.contains(word))
    }
  }

  static let configured: [([String], [String])] = [
    (["ffplay", "-volume", "50"], ["/usr/bin/ffplay", "-volume", "50", "FILE"]),
    (["/opt/player", "{file}", "-q"], ["/opt/player", "FILE", "-q"]),
    (["ffplay", "a {file}; rm -rf $HOME"], ["/usr/bin/ffplay", "a {file}; rm -rf $HOME", "FILE"]),
  ]

  /// Words stay words: no shell reads them, and `{file}` is one of its own.
  @Test(arguments: configured) func theUsersOwnWords(_ words: [String], _ expected: [String]) {
    #expect(
      self.words(words, installed: ["ffplay"]) == expected.map { $0 == "FILE" ? file : $0 })
    #expect(self.words(["mpv", "--ao=null"], installed: ["mpv"])?.suffix(2) == ["--", file])
    #expect(self.words(["mpv", "--ao=null"], installed: ["mpv"])?.contains("--no-config") == true)
    #expect(self.words(["relative/player"], installed: []) == nil)
  }
}
