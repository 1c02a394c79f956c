import Domain
import Testing

struct CallPeriodTests {
  /// 20 March 2026, 10:00 in Kyiv: 29 March has 23 hours there.
  private let moment = Moment(Timestamp(seconds: 1_773_993_600), in: .kyiv)

  @Test(
    arguments: [
      (.today, "2026-03-19T22:00:00Z", "2026-03-20T22:00:00Z"),
      (.yesterday, "2026-03-18T22:00:00Z", "2026-03-19T22:00:00Z"),
      (.lastDays(7), "2026-03-13T22:00:00Z", "2026-03-20T22:00:00Z"),
      (.thisMonth, "2026-02-28T22:00:00Z", "2026-03-31T21:00:00Z"),
      (.month(year: 2024, month: 2), "2024-01-31T22:00:00Z", "2024-02-29T22:00:00Z"),
      (
        .days(from: CivilDate(year: 2026, month: 3, day: 29), to: nil), "2026-03-28T22:00:00Z", nil
      ),
      (
        .days(from: nil, to: CivilDate(year: 2026, month: 3, day: 29)), nil, "2026-03-29T21:00:00Z"
      ),
    ] as [(CallPeriod, String?, String?)])
  func isCutInTheShopsDays(_ period: CallPeriod, from: String?, to: String?) {
    let bounds = period.bounds(at: moment)
    #expect(
      from.map { $0 == bounds.lowerBound.iso8601 } ?? (bounds.lowerBound.milliseconds == .min))
    #expect(to.map { $0 == bounds.upperBound.iso8601 } ?? (bounds.upperBound.milliseconds == .max))
  }

  @Test func aPeriodOfNoSenseIsEmptyAndDoesNotTrap() {
    let first = CivilDate(year: 2026, month: 3, day: 2)
    let earlier = CivilDate(year: 2026, month: 3, day: 1)
    #expect(CallPeriod.days(from: first, to: earlier).bounds(at: moment).isEmpty)
    _ = CallPeriod.lastDays(.max).bounds(at: moment)
    _ = CallPeriod.month(year: -1, month: 77).bounds(at: moment)
  }
}
