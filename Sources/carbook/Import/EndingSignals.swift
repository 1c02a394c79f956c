import Glibc

/// Somebody wants the program to end: which signal said so.
struct Interrupted: Error, Equatable {
  let signal: Int32
}

/// Notices INT, TERM, HUP and QUIT, which are blocked (`Signals.block`), between two pieces of work,
/// so that each piece is done or not begun.
struct EndingSignals {
  func check() throws(Interrupted) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in Signals.ending { sigaddset(&signals, signal) }
    var none = timespec()
    let signal = sigtimedwait(&signals, nil, &none)
    if signal > 0 { throw Interrupted(signal: signal) }
  }
}
