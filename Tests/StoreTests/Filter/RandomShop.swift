import Domain
import TestSupport
import Testing

@testable import Store

/// A shop of three hundred calls with everything a filter can ask for, and what people did to them.
struct RandomShop {
  let shop: Shop
  let moment: Moment
  private var random: SplitMix

  static let numbers = (0..<16).map { "05011122\(10 + $0 * 5)" } + ["0671234567", "0442000001"]

  init(seed: UInt64, calls: Int = 300) throws {
    shop = try Shop()
    random = SplitMix(seed: seed)
    // The calls began within the ten days before.
    moment = Moment(Shop.noon.advanced(bySeconds: 10 * 86_400), in: .kyiv)
    try deliver(calls / 3)
    let contacts = try makeContacts()
    try deliver(calls / 3)
    try makeOrders(contacts)
    try deliver(calls / 3)
    try editByHand(contacts)
  }

  private mutating func chance(_ one: Int) -> Bool {
    random.next() % UInt64(one) == 0
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(random.next() % UInt64(values.count))]
  }

  private mutating func deliver(_ count: Int) throws {
    let items = (0..<count).map { _ in item() }
    _ = try shop.store.ingest(items, now: moment.now)
  }

  private mutating func item() -> IngestItem {
    let second = Int64(random.next() % (10 * 86_400))
    let id = "c\(random.next())"
    if chance(40) {
      return IngestItem(
        integration: shop.integration, occasion: .after, origin: .delivered, raw: nil,
        content: .notUnderstood(key: id, received: Shop.noon.advanced(bySeconds: second)),
        own: shop.own)
    }
    let isOutgoing = chance(3)
    let isLive = chance(8)
    let number = chance(12) ? "anonymous" : chance(12) ? "101" : pick(RandomShop.numbers)
    let word = pick(["ANSWERED", "NO ANSWER", "BUSY", "FAILED", "VOICEMAIL", "DECLINE", "ODD"])
    let talk = word == "ANSWERED" ? pick([1, 5, 30, 45, 60, 61, 400, 4000]) : 0
    let wait = pick([0, 5, 29, 30, 45, 90, 301])
    let (pool, line) = (pick(["Сервіс", "Сайт"]), pick(["0440000008", "0440000009"]))
    let employee = pick(["Петренко Ірина", "Ківач", "petrenko"])
    let source = pick([["google", "cpc"], ["Facebook", "ads"], ["(direct)", "(none)"], []])
    let (hasRecording, hasNoDuration, hasLine) = (chance(2), chance(6), !chance(4))
    let occasion: Occasion =
      isLive ? (isOutgoing ? .beforeOutgoing : .before) : isOutgoing ? .afterOutgoing : .after
    // Some are still ringing at the moment the log is looked at.
    let start = isLive && chance(2) ? 10 * 86_400 - second % 7200 : second
    return shop.item(id, occasion, at: start) {
      $0.type = isOutgoing ? .outgoing : .incoming
      $0.caller = Shop.number(isOutgoing ? "ivanenko" : number)
      $0.called = Shop.number(isOutgoing ? number : line)
      if isOutgoing && hasLine { $0.outbound = Shop.number(line) }
      $0.pool = isOutgoing ? nil : pool
      if !source.isEmpty { ($0.utmSource, $0.utmMedium) = (source[0], source[1]) }
      guard !isLive else { return }
      $0.disposition = Disposition(word)
      ($0.wait, $0.talk) = (wait, talk)
      if hasNoDuration { ($0.wait, $0.talk, $0.duration) = (nil, nil, wait) }
      if talk > 0 { $0.connectedWith = employee }
      $0.recording = talk > 0 ? "https://x.example/r/\(id).wav" : nil
      $0.hasRecording = talk > 0 ? hasRecording : nil
    }
  }

  private mutating func makeContacts() throws -> [Contact] {
    let names = ["Іваненко Олена", "Петро", "Ївга Петренко", "", "Anna", "Новий"]
    return try names.enumerated().map { index, name in
      let numbers = (0..<3).map { RandomShop.numbers[(index * 2 + $0) % 14] }
      var draft = ContactDraft(name: name, numbers: numbers.map { .init(text: $0) })
      if index % 2 == 0 { draft.organizations = ["Автопарк №\(index)"] }
      if index == 1 { draft.note = "любить Шкоду" }
      return try shop.store.createContact(
        draft, from: nil, besideOwners: true, plan: .ukraine, now: moment.now)
    }
  }

  private mutating func makeOrders(_ contacts: [Contact]) throws {
    for index in 0..<8 {
      let plate = pick(["AA1234BX", "АІ 4567 ВС", "KA0001AA"])
      let opened = Shop.noon.advanced(bySeconds: Int64(index) * 86_400)
      let draft = OrderDraft(
        number: "A-\(10_200 + index)", contact: pick(contacts).id,
        vehicle: Vehicle(make: "Škoda", model: pick(["Octavia", "Fabia"]), plate: plate),
        comment: index % 3 == 0 ? "чекає на гальма" : "", opened: opened,
        closed: index % 2 == 0 ? opened.advanced(bySeconds: 200_000) : nil)
      _ = try shop.store.createOrders([draft], now: moment.now)
    }
  }

  private mutating func editByHand(_ contacts: [Contact]) throws {
    let calls = try shop.store.calls(LogRequest(anchor: .first, limit: 10_000)).rows
    let orders = try shop.store.orders(OrderRequest(anchor: .first, limit: 99)).rows
    for call in calls {
      if chance(15) { try shop.store.assign(call.id, to: pick(contacts).id, now: moment.now) }
      if chance(20) { try shop.store.detach(call.id, now: moment.now) }
      if chance(20) {
        let order = chance(3) ? nil : pick(orders).id
        try shop.store.attachOrder(order, to: call.id, now: moment.now)
      }
      if chance(20) {
        let note = pick(["Передзвонити завтра", "гальма", "просив 0671234567", ""])
        try shop.store.setNote(note, of: call.id, now: moment.now)
      }
    }
    try shop.store.settleCallBack(
      of: try #require(Shop.number(RandomShop.numbers[3])), now: moment.now)
  }
}
