import Domain
import Testing

@testable import Store

@Suite struct EmployeeStoreTests {
  private static let ivan = EmployeeDraft(
    name: "Іван", number: "101", login: "shop_ivan", crmID: "7", providerID: "40101")

  @discardableResult
  private func add(_ draft: EmployeeDraft, to shop: Shop) throws -> Employee {
    try shop.store.createEmployee(draft, plan: .ukraine, now: Shop.noon)
  }

  @Test func aSystemUserAlwaysExists() throws {
    let shop = try Shop()
    let system = try #require(try shop.store.roster().system)
    #expect(system.name == "System user" && system.line == nil)
    #expect(throws: StoreError.invalid) {
      try shop.store.deleteEmployee(system.id, now: Shop.noon)
    }
    // He has a name like everybody, but is not offered to be anybody's manager.
    _ = try shop.store.updateEmployee(
      system.id, version: system.version, draft: EmployeeDraft(name: "Система"), plan: .ukraine,
      now: Shop.noon)
    #expect(try shop.store.roster().system?.name == "Система")
    #expect(try shop.store.staffNames().isEmpty)
  }

  @Test func aSaveOverSomebodyElsesChangeIsRefused() throws {
    let shop = try Shop()
    let seen = try add(EmployeeStoreTests.ivan, to: shop)
    #expect(seen.number?.text == "101" && seen.line?.text == "shop_ivan")
    var draft = EmployeeDraft(seen)
    draft.isAway = true
    let changed = try shop.store.updateEmployee(
      seen.id, version: seen.version, draft: draft, plan: .ukraine, now: Shop.noon)
    #expect(changed.isAway && changed.version == seen.version + 1)
    #expect(throws: StoreError.employeeConflict(current: changed)) {
      try shop.store.updateEmployee(
        seen.id, version: seen.version, draft: EmployeeDraft(seen), plan: .ukraine, now: Shop.noon)
    }
    #expect(throws: StoreError.nameTaken) { try add(EmployeeStoreTests.ivan, to: shop) }
    #expect(throws: StoreError.invalid) { try add(EmployeeDraft(), to: shop) }
  }

  @Test func whatWasHisIsNobodysAndComesBack() throws {
    let shop = try Shop()
    let ivan = try add(EmployeeStoreTests.ivan, to: shop)
    let contact = try shop.store.createContact(
      ContactDraft(name: "Олена", numbers: ["0501112233"], responsible: "Іван"), from: nil,
      plan: .ukraine, now: Shop.noon)
    let order = try shop.store.createOrder(
      OrderDraft(number: "A-1", contact: contact.id, responsible: "Іван", opened: Shop.noon),
      now: Shop.noon)
    #expect(order.responsible == "Іван")
    try shop.store.deleteEmployee(ivan.id, now: Shop.noon)
    #expect(try shop.store.contact(contact.id)?.responsible == nil)
    #expect(try shop.store.order(order.id)?.responsible == nil)
    let undone = try shop.store.undo(now: Shop.noon)
    #expect(undone.action == .deleteEmployee && undone.title == "Іван")
    #expect(try shop.store.contact(contact.id)?.responsible == "Іван")
    #expect(try shop.store.order(order.id)?.responsible == "Іван")
    #expect(try shop.store.employee(ivan.id)?.login == "shop_ivan")
  }

  @Test func whoseRuleItIsStays() throws {
    let shop = try Shop()
    let ivan = try add(EmployeeStoreTests.ivan, to: shop)
    let route = try shop.store.makeRoute(scheme: "", of: shop.integration, now: Shop.noon)
    let rule = try shop.store.addRule(
      .hours(isOpen: true, .employee(ivan.id)), to: route.id, now: Shop.noon)
    #expect(throws: StoreError.employeeInUse) {
      try shop.store.deleteEmployee(ivan.id, now: Shop.noon)
    }
    try shop.store.removeRule(rule, of: route.id, now: Shop.noon)
    try shop.store.deleteEmployee(ivan.id, now: Shop.noon)
    #expect(try shop.store.employee(ivan.id) == nil)
  }
}
