import Glibc

/// How far something has come, on a terminal's standard error; nowhere else.
struct ProgressLine {
  /// Between two pictures, in milliseconds.
  private static let interval: Int64 = 200

  private let isShown = isatty(STDERR_FILENO) == 1
  private var next = Clock.monotonicMilliseconds() + ProgressLine.interval
  private var isDrawn = false

  mutating func show(_ text: @autoclosure () -> String) {
    guard isShown, Clock.monotonicMilliseconds() >= next else { return }
    next = Clock.monotonicMilliseconds() + ProgressLine.interval
    Printer.draw("\r\u{1B}[K\(text())")
    isDrawn = true
  }

  /// Before anything else is said there.
  mutating func clear() {
    if isDrawn { Printer.draw("\r\u{1B}[K") }
    isDrawn = false
  }
}
