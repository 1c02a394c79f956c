/// `carbook listen` on the run's store.
final class Listening {
  let process: ChildProcess

  init(name: String, port: UInt16, in place: Workplace) throws {
    let arguments = [
      try Workplace.carbook(), "listen", "--store", place.store, "--listen", "127.0.0.1:\(port)",
    ]
    process = try ChildProcess(arguments, name: name, in: place)
  }

  var isAccepting: Bool { process.output.contains("listening on") }

  /// Whether it accepts, or waits for the one that does.
  var isReady: Bool { isAccepting || process.output.contains("waiting for") }

  /// Started, and accepting.
  static func accepting(port: UInt16, in place: Workplace) throws -> Listening {
    let listening = try Listening(name: "listener", port: port, in: place)
    guard Deadline.wait(10, until: { listening.isAccepting }) else {
      throw StressError("carbook listen does not listen: \(listening.process.errors)")
    }
    return listening
  }

  /// A figure of /proc/PID/status in KiB, VmRSS for one.
  func kibibytes(_ name: String) -> Int {
    let line = ProcFile.text("/proc/\(process.pid)/status").split(separator: "\n")
      .first { $0.hasPrefix(name + ":") }
    return line.flatMap { Int($0.split(whereSeparator: \.isWhitespace).dropFirst().first ?? "") }
      ?? 0
  }

  var descriptorCount: Int { ProcFile.entries("/proc/\(process.pid)/fd") }
}
