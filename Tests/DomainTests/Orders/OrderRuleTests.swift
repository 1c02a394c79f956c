import Domain
import Testing

/// "Whose order": the client's newest order that was open when the call started.
@Suite struct OrderRuleTests {
  @Test(arguments: [
    ("2026-08-05 00:00:00", Int64?.none), ("2026-08-10 00:00:00", 1), ("2026-08-11 00:00:00", 1),
    ("2026-08-12 00:00:00", 2), ("2026-08-14 00:00:00", 2), ("2026-08-15 00:00:00", 1),
    ("2026-08-19 23:59:59", 1), ("2026-08-20 00:00:00", nil), ("2026-08-22 00:00:00", 4),
    ("2026-09-22 00:00:00", 4),
  ])
  func order(_ start: String, _ id: Int64?) {
    let orders = [
      OrderSpan(
        id: Order.ID(1), opened: utc("2026-08-10 00:00:00"), closed: utc("2026-08-20 00:00:00")),
      OrderSpan(
        id: Order.ID(2), opened: utc("2026-08-12 00:00:00"), closed: utc("2026-08-15 00:00:00")),
      OrderSpan(id: Order.ID(3), opened: utc("2026-08-22 00:00:00"), closed: nil),
      OrderSpan(id: Order.ID(4), opened: utc("2026-08-22 00:00:00"), closed: nil),
    ]
    #expect(OrderRule.order(for: utc(start), among: orders) == id.map(Order.ID.init))
    #expect(OrderRule.order(for: utc(start), among: orders.reversed()) == id.map(Order.ID.init))
  }

  @Test func vehicleTitles() {
    #expect(Vehicle(make: "Škoda", model: "Octavia", year: 2019).title == "Škoda Octavia 2019")
    #expect(Vehicle(year: 2019).title == "2019")
    #expect(Vehicle().title.isEmpty)
  }

  @Test func repairsEndInTwoWays() {
    #expect(RepairStatus.defaults.filter(\.isEnd) == [.closed, .cancelled])
    #expect(RepairStatus(rawValue: "in repair") == .inRepair)
  }
}
