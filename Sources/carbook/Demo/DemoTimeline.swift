import Domain

/// The year that the demo tells of, and the shop's hours in it.
struct DemoTimeline: Sendable {
  let now: Timestamp
  let zone: Zone

  static let length: Int64 = 365 * 86_400

  var start: Timestamp {
    now.advanced(bySeconds: -DemoTimeline.length)
  }

  /// The instant a share of the year (0...1) after its start; before it where negative.
  func instant(_ share: Double) -> Timestamp {
    start.advanced(bySeconds: Int64(share * Double(DemoTimeline.length)))
  }

  /// How much of the year had gone by, 0...1 within it.
  func share(at instant: Timestamp) -> Double {
    Double(instant.seconds(since: start)) / Double(DemoTimeline.length)
  }

  /// An instant of an opening hour of about the same day, never later than now. What came before
  /// another stays before it: Sunday's work becomes Saturday's last.
  func workingTime(_ instant: Timestamp) -> Timestamp {
    let date = zone.date(at: instant)
    let midnight = zone.start(of: date)
    let share = Double(min(86_399, instant.seconds(since: midnight))) / 86_400
    let hours: (first: Double, count: Double) =
      switch date.weekday {
      case 7: (15 - 24, 3)
      case 6: (9, 6)
      default: (8.5, 9.5)
      }
    let seconds = Int64((hours.first + share * hours.count) * 3600)
    return min(midnight.advanced(bySeconds: seconds), now.advanced(bySeconds: -300))
  }

  /// How busy the telephone is in that hour, 0 to about 14.
  func business(at hour: Timestamp, noise: Double) -> Double {
    let time = zone.civilTime(at: hour)
    let weekday = DemoTimeline.weekdayHours[time.hour]
    let rhythm =
      switch time.date.weekday {
      case 7: weekday * 0.05
      case 6: time.hour < 16 ? weekday * 0.6 : weekday * 0.12
      default: weekday
      }
    // Everybody wants the tyres changed in the same weeks.
    let season = [3, 4, 10, 11].contains(time.date.month) ? 1.25 : 1
    let isHoliday =
      (time.date.month, time.date.day) == (1, 1) || (12, 25) == (time.date.month, time.date.day)
    return rhythm * season * noise * (isHoliday ? 0.08 : 1)
  }

  func isOpen(at instant: Timestamp) -> Bool {
    let time = zone.civilTime(at: instant)
    switch time.date.weekday {
    case 7: return false
    case 6: return (9..<16).contains(time.hour)
    default: return (8..<19).contains(time.hour)
    }
  }

  /// Calls an hour from midnight on, in proportion: peaks before noon and in the afternoon.
  private static let weekdayHours: [Double] = [
    0.1, 0.06, 0.05, 0.05, 0.06, 0.1, 0.2, 0.7, 4.5, 8, 11, 10, 7, 6, 8, 9.5, 10.5, 8, 5, 1.8, 0.9,
    0.6, 0.4, 0.2,
  ]
}
