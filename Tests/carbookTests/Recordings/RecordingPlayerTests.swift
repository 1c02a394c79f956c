import Domain
import Foundation
import Synchronization
import TUI
import Testing

@testable import carbook

/// With players that are scripts, and with the real mpv and a sound device that is none.
@Suite struct RecordingPlayerTests {
  private let folder: TemporaryFolder
  private let call = Call.ID(7)

  init() throws {
    folder = try TemporaryFolder()
  }

  /// What a player's thread has told, and the server its recordings come from.
  private final class Desk: Sendable {
    let server: WebServer
    let told = Mutex<[Playback?]>([])

    init(seconds: Int) throws {
      let wave = try Desk.wave(seconds: seconds)
      server = try WebServer { request in
        request.target == "/gone.wav" ? .response(404) : .response(200, body: wave)
      }
    }

    /// Stereo: the left speaks for the first half, the right for the second.
    static func wave(seconds: Int) throws -> [UInt8] {
      let output = try ProgramPipe()
      let ffmpeg = try #require(InstalledProgram.find("ffmpeg"))
      let half = "between(t,0,\(Double(seconds) / 2))"
      let child = try ChildProcess(
        ffmpeg,
        [
          "-v", "error", "-f", "lavfi", "-i",
          "aevalsrc='0.5*sin(880*t)*\(half)|0.5*sin(880*t)*(1-\(half))':d=\(seconds):s=8000",
          "-f", "wav", "pipe:1",
        ], output: output.writeEnd)
      output.closeWrite()
      var wave: [UInt8] = []
      while let bytes = output.read(), !bytes.isEmpty { wave += bytes }
      #expect(child.wait(milliseconds: 10_000) == .exited(0))
      return wave
    }

    func wait(_ what: String, _ isSo: (Playback?) -> Bool) throws -> Playback? {
      let end = Clock.monotonicMilliseconds() + 20_000
      while Clock.monotonicMilliseconds() < end {
        if let found = told.withLock({ $0.last(where: isSo) }) { return found }
        usleep(5000)
      }
      Issue.record("\(what) did not come: \(told.withLock { $0.map { $0?.phase } })")
      throw CancellationError()
    }

    func forget() { told.withLock { $0 = [] } }
  }

  private func policy(_ desk: Desk) -> RecordingPolicy {
    RecordingPolicy(allowing: [desk.server.origin]) ?? RecordingPolicy()
  }

  private func player(_ arguments: [String], at desk: Desk) throws -> RecordingPlayer {
    var settings = RecordingSettings()
    settings.player = arguments
    let cache = RecordingCache(store: "/x", environment: ["XDG_CACHE_HOME": folder.path])
    return try RecordingPlayer(cache: cache, settings: settings) { playback in
      desk.told.withLock { $0.append(playback) }
    }
  }

  /// A player that notes what it was called with and plays for so many seconds.
  private func script(_ body: String) throws -> String {
    let path = folder.path("player")
    try "#!/bin/sh\nprintf '%s\\n' \"$@\" > \(folder.path("argv"))\n\(body)\n".write(
      toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  @Test func mpvPlaysPausesSeeksAndPlaysFaster() throws {
    let desk = try Desk(seconds: 60)
    let player = try player(["mpv", "--ao=null"], at: desk)
    defer { player.finish() }
    player.submit(.play(call, link: desk.server.origin + "/x.wav", policy(desk)))
    _ = try desk.wait("its length") { $0?.duration == 60 && $0?.canSeek == true }
    player.submit(.seek(30))
    _ = try desk.wait("the second half") { ($0?.position ?? 0) >= 30 }
    player.submit(.togglePause)
    let paused = try #require(try desk.wait("the pause") { $0?.phase == .paused })
    player.submit(.changeSpeed(1))
    _ = try desk.wait("the speed") { $0?.speed == 125 && $0?.phase == .paused }
    player.submit(.togglePause)
    _ = try desk.wait("that it goes on") {
      $0?.phase == .playing && ($0?.position ?? 0) > paused.position
    }
    player.submit(.stop)
    _ = try desk.wait("the end") { $0 == nil }
    #expect(desk.server.requests.count == 1)
  }

  @Test func theEndIsTold() throws {
    let desk = try Desk(seconds: 1)
    let player = try player(["mpv", "--ao=null"], at: desk)
    defer { player.finish() }
    player.submit(.play(call, link: desk.server.origin + "/x.wav", policy(desk)))
    _ = try desk.wait("the end") { $0 == nil }
    let told = desk.told.withLock { $0 }
    #expect(told.contains { $0?.phase == .playing })
    #expect(!told.contains { if case .failed = $0?.phase { true } else { false } })
  }

  @Test func theSecondTimeComesFromTheCache() throws {
    let desk = try Desk(seconds: 1)
    let player = try player([script("exec sleep 60")], at: desk)
    defer { player.finish() }
    let link = desk.server.origin + "/x.wav"
    player.submit(.play(call, link: link, policy(desk)))
    _ = try desk.wait("the first") { $0?.phase == .playing }
    desk.server.stop()
    desk.forget()
    player.submit(.play(call, link: link, policy(desk)))
    _ = try desk.wait("the second") { $0?.phase == .playing }
    #expect(!desk.told.withLock { $0 }.contains { $0?.phase == .failed(.noNetwork) })
    #expect(desk.server.requests.count == 1)
  }

  @Test func aPlayerGetsOurFileAndNothingOfTheCallers() throws {
    let desk = try Desk(seconds: 1)
    let player = try player([script("exec sleep 60"), "--volume", "50", "--"], at: desk)
    defer { player.finish() }
    player.submit(
      .play(call, link: desk.server.origin + "/--script=x.wav?token=secret", policy(desk)))
    _ = try desk.wait("playing") { $0?.phase == .playing && $0?.duration != nil }
    let words = try String(contentsOfFile: folder.path("argv"), encoding: .utf8)
      .split(separator: "\n")
    #expect(words.dropLast() == ["--volume", "50", "--"])
    let file = try #require(words.last)
    #expect(file.hasPrefix(folder.path + "/carbook/recordings/"))
    #expect(!file.contains("secret") && file.hasSuffix(".wav"))
    let attributes = try FileManager.default.attributesOfItem(atPath: String(file))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func aPlayerWithoutARemoteControlIsPausedByASignal() throws {
    let desk = try Desk(seconds: 9)
    let player = try player([script("exec sleep 60")], at: desk)
    defer { player.finish() }
    player.submit(.play(call, link: desk.server.origin + "/x.wav", policy(desk)))
    _ = try desk.wait("one second by the clock") { ($0?.position ?? 0) >= 1 }
    player.submit(.togglePause)
    let paused = try #require(try desk.wait("the pause") { $0?.phase == .paused })
    #expect(!paused.canSeek)
    player.submit(.togglePause)
    _ = try desk.wait("that it goes on") {
      $0?.phase == .playing && ($0?.position ?? 0) > paused.position
    }
  }

  @Test func whatIsHeldGoesOnAfterwards() throws {
    let desk = try Desk(seconds: 9)
    let player = try player([script("exec sleep 60")], at: desk)
    defer { player.finish() }
    player.submit(.play(call, link: desk.server.origin + "/x.wav", policy(desk)))
    _ = try desk.wait("playing") { $0?.phase == .playing }
    player.hold()
    _ = try desk.wait("the pause") { $0?.phase == .paused }
    desk.forget()
    player.submit(.goOn)
    _ = try desk.wait("that it goes on") { $0?.phase == .playing }
    // What the user has paused himself stays so.
    player.submit(.togglePause)
    _ = try desk.wait("his pause") { $0?.phase == .paused }
    player.hold()
    player.submit(.goOn)
    desk.forget()
    player.submit(.togglePause)
    _ = try desk.wait("his going on") { $0?.phase == .playing }
  }

  /// Before mpv listens: nothing that is asked of it is lost, and it is not stopped for ever.
  @Test func whatIsAskedAtOnceIsDone() throws {
    let desk = try Desk(seconds: 60)
    let player = try player(["mpv", "--ao=null"], at: desk)
    defer { player.finish() }
    player.submit(.play(call, link: desk.server.origin + "/x.wav", policy(desk)))
    player.submit(.togglePause)
    player.submit(.changeSpeed(1))
    _ = try desk.wait("paused at its speed") {
      $0?.phase == .paused && $0?.speed == 125 && $0?.duration == 60
    }
    player.submit(.togglePause)
    _ = try desk.wait("that it goes on") { $0?.phase == .playing && ($0?.position ?? 0) > 0 }
  }

  @Test(arguments: [
    (SoundSituation.overSSH, RecordingProblem.overSSH, true),
    (.noPlayer, .noPlayer, true), (.noDevice, .noSound, true), (.refused, .badLink, false),
  ]) func whereNothingIsHeardTheLinkIsOffered(
    _ situation: SoundSituation, _ problem: RecordingProblem, _ isOffered: Bool
  ) throws {
    let desk = try Desk(seconds: 1)
    var settings = RecordingSettings()
    if situation == .noPlayer { settings.player = ["no-such-player"] }
    if situation == .noDevice { settings.player = [try script("exit 2")] }
    let cache = RecordingCache(store: "/x", environment: ["XDG_CACHE_HOME": folder.path])
    let player = try RecordingPlayer(
      cache: cache, settings: settings,
      isOutOfReach: situation == .overSSH || situation == .refused
    ) { playback in
      desk.told.withLock { $0.append(playback) }
    }
    defer { player.finish() }
    let link = situation == .refused ? "javascript:alert(1)" : desk.server.origin + "/x.wav"
    player.submit(.play(call, link: link, policy(desk)))
    let failed = try desk.wait("the reason") { $0?.phase == .failed(problem) }
    #expect(failed?.link == (isOffered ? link : nil))
  }

  enum SoundSituation {
    case overSSH, noPlayer, noDevice, refused
  }

  static let failures: [(String, String, RecordingProblem)] = [
    ("exit 2", "/x.wav", .noSound), ("kill -SEGV $$", "/x.wav", .noSound),
    ("exec sleep 60", "/gone.wav", .expired),
  ]

  @Test(arguments: failures) func whatIsNotHeardIsSaid(
    _ body: String, _ path: String, _ problem: RecordingProblem
  ) throws {
    let desk = try Desk(seconds: 1)
    let player = try player([script(body)], at: desk)
    defer { player.finish() }
    player.submit(.play(call, link: desk.server.origin + path, policy(desk)))
    _ = try desk.wait("the reason") { $0?.phase == .failed(problem) }
  }

  @Test func noLinkAndNoPlayerAreSaid() throws {
    let desk = try Desk(seconds: 1)
    let player = try player(["no-such-player"], at: desk)
    defer { player.finish() }
    player.submit(.play(call, link: nil, policy(desk)))
    _ = try desk.wait("no link") { $0?.phase == .failed(.none) }
    player.submit(.play(call, link: desk.server.origin + "/x.wav", policy(desk)))
    _ = try desk.wait("no player") { $0?.phase == .failed(.noPlayer) }
    #expect(desk.server.requests.isEmpty)
  }

  @Test func aPlayerThatHangsIsLeftInTime() throws {
    let desk = try Desk(seconds: 1)
    let player = try player([script("trap '' TERM; while :; do sleep 60; done")], at: desk)
    player.submit(.play(call, link: desk.server.origin + "/x.wav", policy(desk)))
    _ = try desk.wait("playing") { $0?.phase == .playing }
    let start = Clock.monotonicMilliseconds()
    player.finish()
    #expect(Clock.monotonicMilliseconds() - start <= 2100)
  }

  @Test func aFetchThatHangsIsLeftAtOnce() throws {
    let desk = try Desk(seconds: 1)
    let slow = try WebServer { _ in .beginning([]) }
    var settings = RecordingSettings()
    let policy = try #require(RecordingPolicy(allowing: [slow.origin]))
    settings.player = [try script("exit 0")]
    let cache = RecordingCache(store: "/x", environment: ["XDG_CACHE_HOME": folder.path])
    let player = try RecordingPlayer(cache: cache, settings: settings) { playback in
      desk.told.withLock { $0.append(playback) }
    }
    defer { player.finish() }
    player.submit(.play(call, link: slow.origin + "/x.wav", policy))
    _ = try desk.wait("fetching") {
      if case .fetching = $0?.phase { !slow.requests.isEmpty } else { false }
    }
    player.submit(.stop)
    _ = try desk.wait("the end") { $0 == nil }
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache.folder) == [])
  }

  @Test func theLevelsShowWhoSpeaksWhen() throws {
    let desk = try Desk(seconds: 4)
    let player = try player([script("exec sleep 60")], at: desk)
    defer { player.finish() }
    player.submit(.play(call, link: desk.server.origin + "/x.wav", policy(desk)))
    let levels = try #require(try desk.wait("levels") { $0?.levels != nil }?.levels)
    #expect(levels.channels.count == 2)
    let ends = (0...1).map { channel in
      let columns = levels.columns(4, of: channel).map { $0 > 20 }
      return [columns[0], columns[3]]
    }
    #expect(ends == [[true, false], [false, true]])
  }
}
