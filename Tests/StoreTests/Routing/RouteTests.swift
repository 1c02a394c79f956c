import Domain
import Testing

@testable import Store

@Suite struct RouteTests {
  @Test func aProjectHasNoRouteUntilOneIsMade() throws {
    let shop = try Shop()
    #expect(try shop.store.routes().isEmpty)
    let route = try shop.store.makeRoute(scheme: "", of: shop.integration, now: Shop.noon)
    #expect(route.settings == RouteSettings() && route.rules.isEmpty)
    #expect(try shop.store.makeRoute(scheme: " ", of: shop.integration, now: Shop.noon) == route)
  }

  @Test func rulesAreKeptInTheirOrder() throws {
    let shop = try Shop()
    let employee = try shop.store.createEmployee(
      EmployeeDraft(name: "Іван", login: "ivan"), plan: .ukraine, now: Shop.noon)
    let line = try #require(Shop.number("0441234567"))
    let all: [RoutingRule] = [
      .responsible, .lastTalked(days: 30), .openOrder, .hours(isOpen: true, .employee(employee.id)),
      .hours(isOpen: false, .line(line)), .hours(isOpen: false, nil),
    ]
    let route = try shop.store.makeRoute(scheme: "", of: shop.integration, now: Shop.noon)
    let ids = try all.map { try shop.store.addRule($0, to: route.id, now: Shop.noon) }
    func rules() throws -> [RoutingRule] {
      try shop.store.routes().flatMap { $0.rules.map(\.rule) }
    }
    #expect(try rules() == all)
    try shop.store.moveRule(ids[5], of: route.id, by: -99, now: Shop.noon)
    try shop.store.moveRule(ids[0], of: route.id, by: 1, now: Shop.noon)
    #expect(try rules() == [all[5], all[1], all[0], all[2], all[3], all[4]])
    try shop.store.removeRule(ids[1], of: route.id, now: Shop.noon)
    try shop.store.setRule(
      ids[2], of: route.id, from: .openOrder, to: .lastTalked(days: 7), now: Shop.noon)
    #expect(try rules() == [all[5], all[0], .lastTalked(days: 7), all[3], all[4]])
    // Somebody else was quicker.
    #expect(throws: StoreError.missing) {
      try shop.store.setRule(
        ids[2], of: route.id, from: .openOrder, to: .responsible, now: Shop.noon)
    }
    #expect(throws: StoreError.missing) {
      try shop.store.removeRule(ids[1], of: route.id, now: Shop.noon)
    }
    #expect(throws: StoreError.invalid) {
      try shop.store.addRule(.lastTalked(days: 0), to: route.id, now: Shop.noon)
    }
  }

  @Test func aSchemesRouteBeginsWithWhatAllHave() throws {
    let shop = try Shop()
    let all = try shop.store.makeRoute(scheme: "", of: shop.integration, now: Shop.noon)
    _ = try shop.store.addRule(.openOrder, to: all.id, now: Shop.noon)
    var settings = RouteSettings(
      reply: RouteReply(.text), onlineOnly: true, fallback: Shop.number("101").map { .line($0) })
    settings.hours = try #require(WorkingHours(days: "mon-fri 9-18", holidays: "01-01"))
    try shop.store.setRoute(all.id, version: all.version, to: settings, now: Shop.noon)
    let night = try shop.store.makeRoute(scheme: "Ніч", of: shop.integration, now: Shop.noon)
    #expect(night.settings == settings && night.rules.map(\.rule) == [.openOrder])
    #expect(try shop.store.routes().map(\.scheme) == ["", "Ніч"])
    let current = try #require(try shop.store.routes().first)
    #expect(throws: StoreError.routeConflict(current: current)) {
      try shop.store.setRoute(all.id, version: all.version, to: settings, now: Shop.noon)
    }
    #expect(throws: StoreError.invalid) {
      var bad = settings
      bad.reply.name = "a\"b"
      try shop.store.setRoute(all.id, version: nil, to: bad, now: Shop.noon)
    }
    try shop.store.removeRoute(night.id, now: Shop.noon)
    #expect(try shop.store.routes().map(\.scheme) == [""])
  }
}
