import Domain
import Testing

@Suite struct RepairStatusesTests {
  private static let own = RepairStatuses([
    .init(.new, tone: .new),
    .init(RepairStatus(rawValue: "Чекає клієнта"), tone: .waiting),
    .init(.ready, english: "Done", ukrainian: "Зроблено", tone: .ready),
    .init(RepairStatus(rawValue: "paid"), tone: .closed, isEnd: true),
  ])

  @Test func theStandardOnesAreTheDefaultsInTheirOrder() {
    let standard = RepairStatuses.standard
    #expect(standard.entries.map(\.status) == RepairStatus.defaults)
    #expect(standard.entries.allSatisfy { $0.isEnd == $0.status.isEnd })
    #expect(standard.first == .new)
  }

  @Test(arguments: [
    ("paid", true), ("Чекає клієнта", false), ("ready", false),
    // Not in the list any more.
    ("cancelled", true), ("in repair", false), ("?", false),
  ])
  func theShopSaysWhichOnesEndAnOrder(word: String, isEnd: Bool) {
    #expect(RepairStatusesTests.own.isEnd(RepairStatus(rawValue: word)) == isEnd)
  }

  @Test(arguments: [
    ("Оплачено", RepairStatuses.Problem?.none),
    ("", .empty), ("  ", .empty), ("—", .empty),
    ("чекає клієнта", .taken), ("DONE", .taken), ("зроблено", .taken), ("ready", .taken),
    (String(repeating: "Ж", count: 41), .tooLong(limit: 40)),
    (String(repeating: "Ж", count: 40), nil),
  ])
  func names(name: String, problem: RepairStatuses.Problem?) {
    #expect(RepairStatusesTests.own.problem(withName: name) == problem)
  }

  @Test func aStatusMayKeepItsOwnName() {
    #expect(RepairStatusesTests.own.problem(withName: "Ready", of: .ready) == nil)
  }

  @Test(arguments: [("paid", false), ("new", true), ("ready", true), ("?", false)])
  func oneThatEndsAnOrderAndOneThatDoesNotHaveToStay(word: String, canLose: Bool) {
    #expect(RepairStatusesTests.own.canLose(RepairStatus(rawValue: word)) == canLose)
  }
}
