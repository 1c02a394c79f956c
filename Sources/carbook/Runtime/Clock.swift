import Domain
import Glibc
import Server

/// The machine's clocks, as the runtime reads them.
enum Clock {
  /// What the wall clock says.
  static var now: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// Milliseconds that only ever grow, for deadlines.
  static func monotonicMilliseconds() -> Int64 {
    Server.Clock.monotonicMilliseconds()
  }
}
