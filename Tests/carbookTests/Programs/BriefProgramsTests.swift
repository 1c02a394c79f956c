import Foundation
import Synchronization
import Testing

@testable import carbook

/// Hooks, desktop notices and clipboards: programs of which nobody knows what they do.
@Suite struct BriefProgramsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// What ended, in that order.
  private final class Endings: Sendable {
    private let told = Mutex<[Bool]>([])
    private let signal = DispatchSemaphore(value: 0)

    func add(_ isDone: Bool) {
      told.withLock { $0.append(isDone) }
      signal.signal()
    }

    func wait(for count: Int) -> [Bool] {
      for _ in 0..<count { #expect(signal.wait(timeout: .now() + 20) == .success) }
      return told.withLock { $0 }
    }
  }

  private func shell(_ script: String, _ endings: Endings) -> BriefPrograms.Job {
    BriefPrograms.Job(program: "/bin/sh", arguments: ["-c", script]) { endings.add($0) }
  }

  @Test func itIsToldInItsEnvironmentAndItsInput() throws {
    let (programs, endings) = (BriefPrograms(), Endings())
    let file = folder.path("said")
    var job = shell("{ printf '%s|' \"$CARBOOK_NAME\"; cat; } > \(file)", endings)
    job.variables = ["CARBOOK_NAME": "Олена; $(reboot) 'x'"]
    job.input = Array("+380".utf8)
    programs.run(job)
    #expect(endings.wait(for: 1) == [true])
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "Олена; $(reboot) 'x'|+380")
    programs.finish()
  }

  @Test func failureIsTold() {
    let (programs, endings) = (BriefPrograms(), Endings())
    programs.run(shell("exit 1", endings))
    programs.run(BriefPrograms.Job(program: "/nonexistent") { endings.add($0) })
    #expect(endings.wait(for: 2) == [false, false])
    programs.finish()
  }

  @Test func oneThatHangsIsEnded() {
    let (programs, endings) = (BriefPrograms(), Endings())
    var job = shell("trap '' TERM; while :; do sleep 1; done", endings)
    job.limit = 50
    let begun = ContinuousClock.now
    programs.run(job)
    #expect(endings.wait(for: 1) == [false])
    #expect(ContinuousClock.now - begun < .seconds(10))
    programs.finish()
  }

  @Test func onlyAFewRunAtATimeAndTheOldestOfTooManyIsDropped() throws {
    let (programs, endings) = (BriefPrograms(), Endings())
    let gate = folder.path("gate")
    let running = folder.path("running")
    try #require(mkfifo(gate, 0o600) == 0)
    let count = BriefPrograms.most + BriefPrograms.mostWaiting + 5
    for _ in 0..<count { programs.run(shell("echo x >> \(running); read line < \(gate)", endings)) }
    // Those that wait are too many: the first ones are gone without having run.
    #expect(endings.wait(for: 1).first == false)
    let begun = { () -> Int in
      (try? String(contentsOfFile: running, encoding: .utf8))?.count(where: \.isNewline) ?? 0
    }
    let deadline = ContinuousClock.now + .seconds(20)
    while begun() < BriefPrograms.most, ContinuousClock.now < deadline { usleep(2000) }
    usleep(50_000)
    #expect(begun() == BriefPrograms.most)
    programs.finish()
  }

  @Test func leavingEndsWhatRunsSoon() {
    let (programs, endings) = (BriefPrograms(), Endings())
    let file = folder.path("started")
    programs.run(shell("trap '' TERM; touch \(file); while :; do sleep 1; done", endings))
    let deadline = ContinuousClock.now + .seconds(20)
    while !FileManager.default.fileExists(atPath: file), ContinuousClock.now < deadline {
      usleep(2000)
    }
    let begun = ContinuousClock.now
    programs.finish()
    #expect(ContinuousClock.now - begun < .seconds(5))
  }

  /// As the owner of a clipboard does, which its program starts and leaves.
  @Test func whatItLeavesBehindMayRunOn() throws {
    let (programs, endings) = (BriefPrograms(), Endings())
    let file = folder.path("pid")
    var job = shell("sleep 600 & echo $! > \(file)", endings)
    job.leavesChildren = true
    programs.run(job)
    #expect(endings.wait(for: 1) == [true])
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let pid = try #require(pid_t(text.trimmingCharacters(in: .newlines)))
    programs.finish()
    #expect(kill(pid, 0) == 0)
    kill(pid, SIGKILL)
  }
}
