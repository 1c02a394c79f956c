import Domain
import Foundation
import TUI
import Testing

@testable import carbook

@Suite struct RecordingCacheTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func cache(
    _ change: (inout RecordingSettings) -> Void = { _ in }
  ) -> RecordingCache {
    var settings = RecordingSettings()
    change(&settings)
    return RecordingCache(
      store: "/shop.db", settings: settings, environment: ["XDG_CACHE_HOME": folder.path])
  }

  /// A recording that was heard so many seconds ago.
  @discardableResult
  private func keep(
    _ cache: RecordingCache, _ call: Int64, link: String = "https://a/x", bytes: Int = 100,
    age: Int = 0
  ) throws -> String {
    let id = Call.ID(call)
    let part = try cache.newFile(of: id, link: link)
    try Data(count: bytes).write(to: URL(fileURLWithPath: part))
    let file = try cache.keep(part, of: id, link: link, as: .wav)
    let time = Date(timeIntervalSinceNow: -Double(age))
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file)
    return file
  }

  private func names(_ cache: RecordingCache) throws -> Set<String> {
    let names = try FileManager.default.contentsOfDirectory(atPath: cache.folder)
    return Set(names.map { String($0.prefix { $0 != "-" }) })
  }

  @Test func theFolderIsItsOwners() throws {
    let cache = cache()
    try keep(cache, 1)
    for path in [cache.folder, folder.path("carbook"), folder.path("carbook/recordings")] {
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o700)
    }
  }

  @Test func anotherStoreHasAnother() {
    let environment: Environment = ["XDG_CACHE_HOME": "/c"]
    #expect(
      RecordingCache(store: "/a.db", environment: environment).folder
        != RecordingCache(store: "/b.db", environment: environment).folder)
  }

  /// A call that is gone, one whose recording is another now, and one whose id was given anew.
  @Test func whatNoCallHasGoes() throws {
    let cache = cache()
    try keep(cache, 1)
    try keep(cache, 2, link: "https://a/old")
    let kept = try keep(cache, 3)
    try Data().write(to: URL(fileURLWithPath: kept + ".levels"))
    let gone = try keep(cache, 4)
    try Data().write(to: URL(fileURLWithPath: gone + ".levels"))
    let links: [Int64: String] = [2: "https://a/new", 3: "https://a/x"]
    cache.prune { links[$0.rawValue] }
    #expect(try names(cache) == ["3"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache.folder).count == 2)
  }

  /// What a crash has left goes, what another console is fetching stays.
  @Test func whatIsHalfDone() throws {
    let cache = cache()
    let part = try cache.newFile(of: Call.ID(1), link: "a")
    let others = part.replacingOccurrences(of: ".\(getpid()).", with: ".\(getppid()).")
    let dead = part.replacingOccurrences(of: ".\(getpid()).", with: ".999999999.")
    for path in [part, others, dead] { try Data().write(to: URL(fileURLWithPath: path)) }
    cache.prune { _ in nil }
    #expect(FileManager.default.fileExists(atPath: part))
    #expect(FileManager.default.fileExists(atPath: others))
    #expect(!FileManager.default.fileExists(atPath: dead))
  }

  @Test func theLongestUnheardGoFirst() throws {
    let cache = cache { $0.cacheLimit = 250 }
    try keep(cache, 1, age: 30)
    try keep(cache, 2, age: 20)
    try keep(cache, 3, age: 10)
    #expect(try names(cache) == ["2", "3"])
    // Heard again, it is the last to go.
    #expect(cache.file(of: Call.ID(2), link: "https://a/x") != nil)
    try keep(cache, 4)
    #expect(try names(cache) == ["2", "4"])
  }

  @Test func oneThatIsTooLargeForAllIsKeptWhileItIsHeard() throws {
    let cache = cache { $0.cacheLimit = 50 }
    try keep(cache, 1)
    #expect(try names(cache) == ["1"])
    cache.trim()
    #expect(try names(cache) == [])
  }

  @Test func whatNobodyHearsGoesInTime() throws {
    let cache = cache { $0.cacheDays = 7 }
    try keep(cache, 1, age: 8 * 86_400)
    try keep(cache, 2, age: 6 * 86_400)
    cache.trim()
    #expect(try names(cache) == ["2"])
  }

  @Test func theDoctorSeesWhatIsKept() throws {
    let cache = cache()
    #expect(cache.state == (0, 0, false))
    let file = try keep(cache, 1)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    #expect(cache.state == (100, 1, false))
    let config = ConfigFile(path: folder.path("config.json5"))
    let findings = { (environment: [String: String]) in
      Dictionary(
        RecordingFindings(config: config, cache: cache, environment: Environment(environment)).all
          .map {
            ($0.subject, "\($0.verdict) \($0.sentence)")
          }, uniquingKeysWith: { $1 })
    }
    #expect(
      findings([:])["cache"] == "ok 1 recordings are kept (100 bytes) in \"\(cache.folder)\".")
    #expect(findings([:])["config"] == "ok The configuration is in order.")
    #expect(
      findings(["PATH": "/nowhere"])["player"]?.hasPrefix("warn No player is installed") == true)
    #expect(findings(["PATH": "/nowhere"])["curl"]?.hasPrefix("warn") == true)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    #expect(findings(["PATH": path])["player"]?.hasSuffix("/mpv.") == true)
    #expect(findings(["PATH": path])["curl"] == nil)
    #expect(
      findings(["PATH": path, "SSH_TTY": "/dev/pts/1"])["player"]
        == "warn Over ssh nothing is heard of this machine: the console offers links.")
    try "{\n x: 1 }".write(toFile: config.path, atomically: false, encoding: .utf8)
    #expect(
      findings([:])["config"] == "fail \(config.path):2: there is no key \"x\".")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    #expect(findings([:])["cache"]?.contains("open to others") == true)
  }

  static let sessions: [([String: String], Bool)] = [
    ([:], false), (["SSH_CONNECTION": "a b c d"], true), (["SSH_TTY": "/dev/pts/1"], true),
    (["SSH_TTY": ""], false), (["SSH_TTY": "/dev/pts/1", "PULSE_SERVER": "tcp:x"], false),
    (["SSH_CONNECTION": "a", "PIPEWIRE_REMOTE": "x"], false),
  ]

  @Test(arguments: sessions) func soundIsOutOfReach(
    _ environment: [String: String], _ isOutOfReach: Bool
  ) {
    #expect(SoundOutput.isOutOfReach(Environment(environment)) == isOutOfReach)
  }
}
