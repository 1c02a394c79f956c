import Domain
import Testing

@testable import carbook

@Suite struct DemoFillerTests {
  struct Sink: DemoSink {
    var contacts: [DemoContact] = []
    var orders: [(order: DemoOrder, contact: Contact.ID)] = []
    var calls: [CallEvent] = []
    var transactions: [Int] = []

    mutating func addContacts(_ contacts: [DemoContact]) -> [Contact.ID] {
      let first = self.contacts.count
      self.contacts += contacts
      transactions.append(contacts.count)
      return (first..<self.contacts.count).map { Contact.ID(Int64(1_000 + $0)) }
    }

    mutating func addOrders(_ orders: [(order: DemoOrder, contact: Contact.ID)]) {
      self.orders += orders
      transactions.append(orders.count)
    }

    mutating func addCalls(_ calls: [CallEvent]) {
      self.calls += calls
      transactions.append(calls.count)
    }
  }

  @Test func everythingArrivesInBatches() throws {
    let shop = DemoShop(now: demoNow, zone: .kyiv, calls: 250)
    var sink = Sink()
    var progress: [Int] = []
    try DemoFiller(shop: shop, batch: 100).fill(&sink) { done, _ in progress.append(done) }
    #expect(sink.transactions == [20, 30, 100, 100, 50])
    #expect(progress == [100, 200, 250])
    #expect(sink.calls == Array(shop.calls))
    #expect(sink.contacts == (0..<20).map(shop.contact))
    #expect(sink.orders.map(\.order) == (0..<30).map(shop.order))
    #expect(sink.orders.allSatisfy { $0.contact == Contact.ID(Int64(1_000 + $0.order.contact)) })
  }
}
