import Foundation
import Glibc
import Testing

@testable import carbook

@Suite struct ChildProcessTests {
  private func said(_ arguments: [String]) throws -> String {
    let output = try ProgramPipe()
    let child = try ChildProcess("/bin/sh", arguments, output: output.writeEnd)
    output.closeWrite()
    let text = try FileHandle(fileDescriptor: output.readEnd).readToEnd() ?? Data()
    _ = child.wait(milliseconds: 10_000)
    return String(decoding: text, as: UTF8.self)
  }

  @Test func endingsAreTold() throws {
    let fine = try ChildProcess("/bin/sh", ["-c", "exit 3"])
    #expect(fine.wait(milliseconds: 10_000) == .exited(3))
    let killed = try ChildProcess("/bin/sh", ["-c", "kill -TERM $$"])
    #expect(killed.wait(milliseconds: 10_000) == .killed(signal: SIGTERM))
  }

  @Test func whatIsNotThereCannotBeStarted() {
    #expect(throws: SystemError.self) { try ChildProcess("/nonexistent/player", []) }
  }

  /// A listening socket that a player keeps open would keep the port.
  @Test func itHasThreeDescriptorsAndASessionOfItsOwn() throws {
    let file = open("/dev/null", O_RDONLY)
    defer { close(file) }
    #expect(file >= 3)
    let words = try said([
      "-c",
      "for i in 3 4 5 6 7 8 9; do [ -e /proc/self/fd/$i ] && echo $i; done; ps -o sid= -p $$ | tr -d ' '; echo $$",
    ])
    .split(separator: "\n")
    #expect(words.count == 2 && words[0] == words[1], "\(words)")
  }

  @Test func itObeysSignalsThatWeIgnore() throws {
    signal(SIGPIPE, SIG_IGN)
    // The C library keeps 32 and 33 for itself.
    let words = try said(["-c", "grep -E 'Sig(Blk|Ign)' /proc/self/status"])
    #expect(words == "SigBlk:\t0000000000000000\nSigIgn:\t0000000180000000\n")
  }

  @Test func itsInputIsEmpty() throws {
    #expect(try said(["-c", "wc -c | tr -d ' '"]) == "0\n")
  }

  /// As by kill -9: nobody is left to end it.
  @Test func itEndsWithWhoStartedIt() throws {
    let output = try ProgramPipe()
    let (ready, end) = (output.readEnd, fcntl(output.writeEnd, F_DUPFD_CLOEXEC, 3))
    output.closeWrite()
    startThread {
      let child = try? ChildProcess(
        "/bin/sh", ["-c", "trap '' TERM HUP; echo $$; exec sleep 600"], output: end,
        endsWithUs: true)
      child?.leave()
      var said = pollfd(fd: ready, events: Int16(POLLIN), revents: 0)
      _ = poll(&said, 1, 20_000)
      close(end)
    }
    // The pipe closes where nobody has its other end any more.
    var request = pollfd(fd: ready, events: 0, revents: 0)
    #expect(poll(&request, 1, 20_000) == 1)
    #expect(request.revents & Int16(POLLHUP) != 0)
    // Nobody else reaps it, and exit tests wait for ever beside a zombie.
    var line = [UInt8](repeating: 0, count: 16)
    let count = read(ready, &line, line.count)
    let id = try #require(pid_t(String(decoding: line.prefix(max(0, count - 1)), as: UTF8.self)))
    #expect(waitpid(id, nil, 0) == id)
  }

  @Test func whoIgnoresTermIsKilled() throws {
    let ready = try ProgramPipe()
    let child = try ChildProcess(
      "/bin/sh", ["-c", "trap '' TERM; echo; while :; do sleep 60; done"], output: ready.writeEnd)
    var byte: UInt8 = 0
    #expect(read(ready.readEnd, &byte, 1) == 1)
    let start = Clock.monotonicMilliseconds()
    child.end(within: 300)
    #expect(child.ending == .killed(signal: SIGKILL))
    #expect(Clock.monotonicMilliseconds() - start < 2000)
  }

  @Test func whatItLeavesRunningEndsWithIt() throws {
    let output = try ProgramPipe()
    let child = try ChildProcess(
      "/bin/sh", ["-c", "sleep 600 & echo $!; exit 0"], output: output.writeEnd)
    output.closeWrite()
    // Read to the end: the pipe closes once the grandchild is gone too.
    let end = Clock.monotonicMilliseconds() + 20_000
    while child.poll() == nil, Clock.monotonicMilliseconds() < end { usleep(1000) }
    let text = try FileHandle(fileDescriptor: output.readEnd).readToEnd() ?? Data()
    let grandchild = try #require(
      pid_t(String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)))
    // Gone, or dead and waiting for whoever adopted it.
    let isDead = {
      let state = try? String(contentsOfFile: "/proc/\(grandchild)/stat", encoding: .utf8)
      return state.map { $0.contains(") Z ") } ?? true
    }
    while !isDead(), Clock.monotonicMilliseconds() < end { usleep(1000) }
    #expect(isDead())
  }

  /// In a process of its own: other tests open and close hundreds of files meanwhile.
  @Test func manyLeaveNothingBehind() async {
    await #expect(processExitsWith: .success) {
      func count() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
      }
      func start(_ times: Int) throws {
        for _ in 0..<times {
          let child = try ChildProcess("/bin/sh", ["-c", "sleep 600 & exit 0"])
          #expect(child.wait(milliseconds: 10_000) == .exited(0))
          #expect(access("/proc/\(child.id)", F_OK) != 0)
        }
      }
      // What the libraries open once is open then.
      try start(1)
      let before = try count()
      try start(200)
      let after = try count()
      #expect(after == before, "\(before) descriptors, then \(after)")
    }
  }

  @Test func programsAreFoundInAbsoluteFoldersOnly() {
    #expect(InstalledProgram.find("sh", path: "/nonexistent:/bin") == "/bin/sh")
    #expect(InstalledProgram.find("sh", path: ":.:bin") == nil)
    #expect(InstalledProgram.find("../bin/sh", path: "/bin") == nil)
    #expect(InstalledProgram.find("/bin/sh", path: nil) == "/bin/sh")
    #expect(InstalledProgram.find("no-such-player", path: "/bin:/usr/bin") == nil)
  }
}
