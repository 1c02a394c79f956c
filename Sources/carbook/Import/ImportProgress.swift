import Glibc

/// How far an import has come, on a terminal's standard error; nowhere else.
struct ImportProgress {
  /// Between two pictures, in milliseconds.
  private static let interval: Int64 = 200

  private let isShown = isatty(STDERR_FILENO) == 1
  private var next = Clock.monotonicMilliseconds() + ImportProgress.interval
  private var isDrawn = false

  /// - Parameter size: of the file in bytes; nil where nobody knows.
  mutating func show(rows: Int, position: Int, size: Int?) {
    guard isShown, Clock.monotonicMilliseconds() >= next else { return }
    next = Clock.monotonicMilliseconds() + ImportProgress.interval
    let share = size.map { "\(min(100, position * 100 / max(1, $0))) %, " } ?? ""
    Printer.draw("\r\u{1B}[K\(share)\(rows) rows")
    isDrawn = true
  }

  /// Before anything else is said there.
  mutating func clear() {
    if isDrawn { Printer.draw("\r\u{1B}[K") }
    isDrawn = false
  }
}
