import Glibc

/// A program on a terminal of its own, and how long it takes to paint.
final class Pty {
  struct Paint {
    /// Seconds from the key to the last byte.
    var time: Double
    var bytes: Int
  }

  let program: Program
  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  init(_ arguments: [String], in place: Workplace, rows: UInt16 = 24, columns: UInt16 = 80) throws {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var (main, other): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&main, &other, &name, nil, &size) == 0 else { throw BenchError("no terminal") }
    descriptor = main
    // Nobody else may keep it open.
    _ = fcntl(main, F_SETFD, FD_CLOEXEC)
    let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    program = try Program(arguments, in: place, terminal: path)
    close(other)
  }

  deinit {
    program.end(SIGKILL)
    close(descriptor)
  }

  /// From now to the last byte before it is quiet for that long.
  func settle(quiet: Double = 0.25, upTo: Double = 20) -> Paint {
    paint(quiet: quiet, upTo: upTo) {}
  }

  func press(_ keys: String, quiet: Double = 0.06) -> Paint {
    let bytes = Array(keys.utf8)
    return paint(quiet: quiet, upTo: 10) { _ = write(descriptor, bytes, bytes.count) }
  }

  /// From when `begin` is called to the last byte before it is quiet for that long.
  func paint(quiet: Double = 0.06, upTo: Double = 10, _ begin: () -> Void) -> Paint {
    var bytes = 0
    let start = Stopwatch.time(CLOCK_MONOTONIC)
    var last = start
    begin()
    // The first byte may take longer than the pauses between them.
    while Stopwatch.time(CLOCK_MONOTONIC) - start < upTo {
      let count = read(upTo: bytes == 0 ? max(quiet, 1) : quiet)
      if count == 0 { break }
      bytes += count
      last = Stopwatch.time(CLOCK_MONOTONIC)
    }
    return Paint(time: last - start, bytes: bytes)
  }

  private func read(upTo seconds: Double) -> Int {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, Int32(seconds * 1000)) > 0 else { return 0 }
    return max(0, Glibc.read(descriptor, &buffer, buffer.count))
  }
}
