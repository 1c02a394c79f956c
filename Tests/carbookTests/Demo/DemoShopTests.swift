import Domain
import Testing

@testable import carbook

/// 2026-11-21 14:02:11 in Kyiv, a Saturday.
let demoNow = Timestamp(seconds: 1_795_262_531)

@Suite struct DemoShopTests {
  let shop = DemoShop(now: demoNow, zone: .kyiv, calls: 3_000)

  @Test func theSameSeedGivesTheSameShop() {
    let again = DemoShop(now: demoNow, zone: .kyiv, calls: 3_000)
    let other = DemoShop(seed: 7, now: demoNow, zone: .kyiv, calls: 3_000)
    #expect(shop.contact(17) == again.contact(17))
    #expect(shop.order(17) == again.order(17))
    #expect(Array(shop.calls.prefix(200)) == Array(again.calls.prefix(200)))
    #expect(shop.contact(17) != other.contact(17))
  }

  @Test(arguments: [(0, 20), (60, 20), (3_000, 250), (120_000, 10_000), (10_000_000, 300_000)])
  func contactsGrowWithTheCalls(calls: Int, contacts: Int) {
    #expect(DemoShop(now: demoNow, zone: .kyiv, calls: calls).contactCount == contacts)
  }

  @Test func everyContactCanBeStored() {
    let large = DemoShop(now: demoNow, zone: .kyiv, calls: 60_000)
    var seen: Set<String> = []
    var names = 0
    for index in 0..<large.contactCount {
      let contact = large.contact(index)
      #expect(contact.draft.problems(plan: .ukraine) == [:])
      #expect(contact.created < demoNow)
      #expect((1...2).contains(contact.draft.numbers.count))
      for email in contact.draft.emails {
        #expect(email.hasSuffix("@example.com") || email.hasSuffix("@example.net"))
      }
      for number in contact.draft.numbers { #expect(seen.insert(number.text).inserted) }
      if !contact.draft.name.isEmpty { names += 1 }
    }
    #expect((4_800..<5_000).contains(names))
    let mobile = seen.filter { number in
      DemoNumbers.mobileCodes.contains { number.hasPrefix("+380\($0)") }
    }
    #expect((0.88...0.94).contains(Double(mobile.count) / Double(seen.count)))
    #expect(seen.contains { $0.hasPrefix("+38044") })
    #expect(seen.contains { $0.hasPrefix("+48") })
  }

  @Test func contactsComeInOrderAndInOpeningHours() {
    var latest = Timestamp(milliseconds: .min)
    for index in 0..<shop.contactCount {
      let created = shop.contact(index).created
      #expect(latest <= created)
      latest = created
      let time = Zone.kyiv.civilTime(at: created)
      #expect(time.date.weekday != 7 && (8..<19).contains(time.hour))
    }
  }

  @Test func aNumberDoesNotDependOnTheSizeOfTheDemo() {
    let later = DemoShop(
      now: demoNow.advanced(bySeconds: 9 * 86_400), zone: .utc, calls: 90_000)
    #expect(shop.contact(100).draft == later.contact(100).draft)
  }

  @Test func ordersAreNumberedAsTheyWereOpened() throws {
    var latest = Timestamp(milliseconds: .min)
    for index in 0..<shop.orderCount {
      let order = shop.order(index)
      #expect(order.number == "A-\(10_001 + index)")
      #expect(latest <= order.opened && order.opened < demoNow)
      latest = order.opened
      #expect((0..<shop.contactCount).contains(order.contact))
      #expect(shop.contact(order.contact).created <= order.opened)
      #expect((order.closed == nil) == !order.status.isEnd)
      if let closed = order.closed { #expect(order.opened < closed && closed < demoNow) }
    }
  }

  @Test func everyStageOfARepairCanBeSeen() {
    let statuses = Set((0..<shop.orderCount).map { shop.order($0).status })
    #expect(statuses == Set(RepairStatus.defaults))
  }

  @Test func vehiclesBearPlatesAndNumbersOfTheRightForm() throws {
    for index in 0..<shop.orderCount {
      let vehicle = shop.order(index).vehicle
      let vin = try #require(vehicle.vin)
      #expect(Array(vin)[8] == VIN.checkDigit(vin))
      let year = try #require(vehicle.year)
      #expect((2001...2026).contains(year))
      let plate = try #require(vehicle.plate)
      let shape = String(plate.map { $0.isASCIIDigit ? "9" : $0.isASCII ? "A" : "?" })
      #expect(shape == "AA9999AA" || (shape == "99999AA" && year <= 2003))
    }
  }

  @Test func noTwoSlotsShareANumber() {
    let first = [
      0, DemoNumbers.strangers, DemoNumbers.strangers + DemoNumbers.strangerLimit - 50_000,
    ]
    let slots = first.flatMap { $0..<$0 + 50_000 }
    #expect(Set(slots.map { shop.numbers.number($0) }).count == slots.count)
  }
}
