import Glibc

/// Seconds of the wall and of this thread's processor. The second does not count what other programs
/// of a shared machine took meanwhile.
struct Stopwatch {
  private let wall = Stopwatch.time(CLOCK_MONOTONIC)
  private let cpu = Stopwatch.time(CLOCK_THREAD_CPUTIME_ID)

  var elapsed: Elapsed {
    Elapsed(
      wall: Stopwatch.time(CLOCK_MONOTONIC) - wall,
      cpu: Stopwatch.time(CLOCK_THREAD_CPUTIME_ID) - cpu)
  }

  static func time(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Of a program and of all that it starts.
  static func programs(_ body: () throws -> Void) rethrows -> Elapsed {
    let before = children
    let watch = Stopwatch()
    try body()
    return Elapsed(wall: watch.elapsed.wall, cpu: children - before)
  }

  private static var children: Double {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
    }
  }

  static func measure(_ body: () throws -> Void) rethrows -> Elapsed {
    let watch = Stopwatch()
    try body()
    return watch.elapsed
  }
}

struct Elapsed {
  var wall: Double
  var cpu: Double
}
