import Domain
import Testing

@Suite struct OrderDraftTests {
  private static let opened = utc("2026-11-18 07:00:00")

  private static func draft(_ change: (inout OrderDraft) -> Void) -> OrderDraft {
    var draft = OrderDraft(number: "A-10232", contact: Contact.ID(1), opened: opened)
    change(&draft)
    return draft
  }

  private static func vehicle(year: Int? = nil, vin: String? = nil) -> OrderDraft {
    draft { $0.vehicle = Vehicle(make: "Škoda", year: year, vin: vin) }
  }

  @Test(
    arguments: [
      (draft { _ in }, [:]),
      (draft { $0.number = "  " }, [.number: .empty]),
      (
        draft { $0.number = String(repeating: "1", count: 41) },
        [.number: .tooLong(limit: OrderDraft.numberLimit)]
      ),
      (
        draft { $0.note = String(repeating: "н", count: 4001) },
        [.note: .tooLong(limit: OrderDraft.noteLimit)]
      ),
      (vehicle(year: 1885), [.year: .year(1886...2027)]),
      (vehicle(year: 1886), [:]),
      (vehicle(year: 2027), [:]),
      (vehicle(year: 2028), [.year: .year(1886...2027)]),
      (vehicle(year: -5), [.year: .year(1886...2027)]),
      (vehicle(vin: "WVW"), [.vin: .vin(.length(3))]),
      (vehicle(year: 1981, vin: "WVW"), [.vin: .vin(.length(3))]),
      (vehicle(year: 1968, vin: "118 234 567"), [:]),
      (vehicle(vin: "1M8GDM9A1KP042788"), [.vin: .vin(.checkDigit)]),
      (
        draft {
          $0.status = .closed
          $0.closed = opened.advanced(bySeconds: -1)
        }, [.closed: .closedTooEarly]
      ),
      (
        draft {
          $0.status = .closed
          $0.closed = opened
        }, [:]
      ),
      (draft { $0.closed = opened.advanced(bySeconds: 60) }, [.closed: .stillOpen]),
    ] as [(OrderDraft, [OrderDraft.Field: OrderDraft.Problem])])
  func problems(_ draft: OrderDraft, _ problems: [OrderDraft.Field: OrderDraft.Problem]) {
    #expect(draft.problems(statuses: .standard, year: 2026) == problems)
  }

  @Test(arguments: [
    // Before, whether the status ends it, after.
    (Timestamp?.none, false, Timestamp?.none),
    (nil, true, utc("2026-11-21 12:00:00")),
    (utc("2026-11-20 12:00:00"), true, utc("2026-11-20 12:00:00")),
    (utc("2026-11-20 12:00:00"), false, nil),
  ])
  func theStatusClosesAndReopens(_ before: Timestamp?, _ isEnd: Bool, _ after: Timestamp?) {
    #expect(
      OrderRule.closed(
        before, isEnd: isEnd, opened: OrderDraftTests.opened, now: utc("2026-11-21 12:00:00"))
        == after)
  }

  /// A clock that goes wrong, or an order that begins tomorrow.
  @Test func nothingIsClosedBeforeItIsOpened() {
    #expect(
      OrderRule.closed(
        nil, isEnd: true, opened: OrderDraftTests.opened, now: utc("2026-11-01 12:00:00"))
        == OrderDraftTests.opened)
  }
}
