import TUI

/// Tells the second click of two from a first one.
struct Clicks {
  /// Between the two, in milliseconds.
  static let limit: Int64 = 500

  private var last: (position: Position, at: Int64)?

  /// - Parameter now: in milliseconds, of a clock that only goes forward.
  mutating func counted(_ event: MouseEvent, now: Int64) -> MouseEvent {
    guard event.action == .press else {
      if event.action != .release { last = nil }
      return event
    }
    if let last, last.position == event.position, now - last.at <= Clicks.limit {
      self.last = nil
      return MouseEvent(action: .doublePress, position: event.position)
    }
    last = (event.position, now)
    return event
  }
}
