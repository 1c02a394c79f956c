import Domain
import Testing

@testable import Store

/// The list of repair statuses that the shop edits.
struct StatusListTests {
  let shop: Shop
  private static let waiting = RepairStatus(rawValue: "Чекає клієнта")

  init() throws {
    shop = try Shop()
  }

  @discardableResult
  private func change(_ change: RepairStatusChange) throws -> RepairStatuses {
    let answer = try shop.store.changeStatuses(change, now: Shop.noon)
    #expect(try shop.store.repairStatuses() == answer)
    return answer
  }

  private func words() throws -> [String] {
    try shop.store.repairStatuses().entries.map(\.status.rawValue)
  }

  private func order(_ number: String, _ status: RepairStatus) throws -> Order {
    let contact = try shop.contact("Олена")
    return try shop.store.createOrder(
      OrderDraft(
        number: number, contact: contact.id, status: status, opened: Shop.noon,
        closed: try shop.store.repairStatuses().isEnd(status) ? Shop.noon : nil), now: Shop.noon)
  }

  @Test func aNewStoreHasTheStandardOnes() throws {
    #expect(try shop.store.repairStatuses() == .standard)
  }

  @Test func addRenameMove() throws {
    try change(.add(.init(StatusListTests.waiting, tone: .waiting)))
    #expect(try words().suffix(3) == ["Чекає клієнта", "closed", "cancelled"])
    try change(.move(StatusListTests.waiting, by: -5))
    #expect(try words().prefix(3) == ["new", "Чекає клієнта", "diagnostics"])
    try change(.move(StatusListTests.waiting, by: -99))
    #expect(try words().first == "Чекає клієнта")
    let renamed = try change(
      .change(.init(.ready, english: "Done", ukrainian: "Зроблено", tone: .progress)))
    #expect(renamed[.ready]?.ukrainian == "Зроблено" && renamed[.ready]?.tone == .progress)
    try change(.remove(.diagnostics, ordersTo: nil))
    #expect(try !words().contains("diagnostics"))
  }

  @Test func aStatusInUseGoesOnlyWithAPlaceForItsOrders() throws {
    let order = try order("A", .ready)
    #expect(throws: StoreError.statusInUse(orders: 1)) {
      try change(.remove(.ready, ordersTo: nil))
    }
    // An order is neither opened nor closed by it.
    #expect(throws: StoreError.invalid) { try change(.remove(.ready, ordersTo: .closed)) }
    #expect(throws: StoreError.invalid) { try change(.remove(.ready, ordersTo: .ready)) }
    try change(.remove(.ready, ordersTo: .inRepair))
    let moved = try #require(try shop.store.order(order.id))
    #expect(moved.status == .inRepair && moved.version == 2 && moved.closed == nil)
  }

  @Test func whatEndsAnOrderCannotChangeUnderIt() throws {
    _ = try order("A", .ready)
    #expect(throws: StoreError.statusInUse(orders: 1)) {
      try change(.change(.init(.ready, tone: .closed, isEnd: true)))
    }
    try change(.change(.init(.inRepair, tone: .closed, isEnd: true)))
    #expect(try order("B", .inRepair).closed == Shop.noon)
  }

  @Test(arguments: [
    RepairStatusChange.add(.init(RepairStatus(rawValue: " "), tone: .new)),
    .add(.init(RepairStatus(rawValue: "READY"), tone: .new)),
    .change(.init(RepairStatus(rawValue: "?"), tone: .new)),
    .change(.init(.ready, english: "Closed", tone: .new)),
    .move(RepairStatus(rawValue: "?"), by: 1),
    .remove(RepairStatus(rawValue: "?"), ordersTo: nil),
  ])
  func whatDoesNotFitIsRefused(_ change: RepairStatusChange) throws {
    #expect(throws: StoreError.invalid) { try self.change(change) }
    #expect(try shop.store.repairStatuses() == .standard)
  }

  @Test func oneThatClosesHasToStay() throws {
    try change(.remove(.cancelled, ordersTo: nil))
    #expect(throws: StoreError.invalid) { try change(.remove(.closed, ordersTo: nil)) }
    #expect(throws: StoreError.invalid) { try change(.change(.init(.closed, tone: .closed))) }
  }
}
