import Glibc

/// A moment to come, on a clock that nobody sets. All times are seconds.
struct Deadline: Sendable {
  private let end: Double

  init(_ seconds: Double) {
    end = Deadline.now + seconds
  }

  var remaining: Double { end - Deadline.now }
  var isOver: Bool { remaining <= 0 }

  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func pause(_ seconds: Double) {
    if seconds > 0 { usleep(UInt32(seconds * 1e6)) }
  }

  /// Asks again each 2 ms; false where it did not become true in that time.
  static func wait(_ seconds: Double, until isTrue: () throws -> Bool) rethrows -> Bool {
    let deadline = Deadline(seconds)
    while try !isTrue() {
      guard !deadline.isOver else { return false }
      pause(0.002)
    }
    return true
  }
}
