import Glibc

/// `carbook` on a terminal of its own, which nobody types at.
final class ConsoleProcess {
  let process: ChildProcess
  private let transcript: Transcript

  init(name: String, port: UInt16, in place: Workplace) throws {
    var size = winsize(ws_row: 30, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    guard openpty(&ends.master, &ends.slave, nil, nil, &size) == 0,
      let terminal = ttyname(ends.slave).map({ String(cString: $0) })
    else { throw StressError("no terminal is left") }
    _ = fcntl(ends.master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(ends.slave, F_SETFD, FD_CLOEXEC)
    defer { close(ends.slave) }
    transcript = Transcript(master: ends.master)
    let arguments = [
      try Workplace.carbook(), "--store", place.store, "--listen", "127.0.0.1:\(port)",
    ]
    process = try ChildProcess(arguments, name: name, in: place, terminal: terminal)
  }

  /// What it has sent to its terminal.
  var screen: String { transcript.text }

  var isReady: Bool { screen.contains("Carbook") }
}
