import Domain
import Testing

@testable import carbook

@Suite struct OrderFilterTests {
  private static let statuses = RepairStatuses([
    .init(.new, tone: .new),
    .init(.ready, english: "Done", ukrainian: "Зроблено", tone: .ready),
    .init(RepairStatus(rawValue: "Чекає клієнта"), tone: .waiting),
    .init(.closed, tone: .closed, isEnd: true),
  ])

  private func filter(_ arguments: String...) throws -> OrderFilter {
    try ReadCommand.filter(
      Invocation(["orders"] + arguments), statuses: OrderFilterTests.statuses)
  }

  @Test(arguments: [
    ("ready", RepairStatus.ready), ("READY", .ready), ("done", .ready), ("зроблено", .ready),
    ("чекає  клієнта", RepairStatus(rawValue: "Чекає клієнта")), ("closed", .closed),
  ])
  func aStatusIsNamedInAnyOfItsWays(_ name: String, _ status: RepairStatus) throws {
    #expect(try filter("--status", name) == OrderFilter(status: status))
  }

  @Test func openIsNoStatusAndNothingIsAll() throws {
    #expect(try filter("--status", "open") == OrderFilter(isOpenOnly: true))
    #expect(try filter() == OrderFilter())
    #expect(
      try filter("--search", "AA1234", "--status=new")
        == OrderFilter(search: "AA1234", status: .new))
  }

  @Test func anUnknownOneIsRefusedWithTheList() {
    #expect(
      throws: CommandFailure(
        "There is no repair status \"paid\": open, new, ready, Чекає клієнта, closed.")
    ) { try filter("--status", "paid") }
  }
}
