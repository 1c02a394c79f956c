import Domain
import TestSupport
import Testing

@testable import Store

struct CallBackTests {
  let number = "0501112233"

  @Test func aMissIsOwedUntilSomebodyTalks() throws {
    let shop = try Shop()
    func owed(at seconds: Int64 = 100) throws -> [String] {
      try shop.store.callBacks(now: Shop.noon.advanced(bySeconds: seconds), limit: 9).map {
        "\($0.number.text) \($0.callBack.misses) missed \($0.callBack.attempts) tried"
      }
    }
    try shop.take(shop.miss("1", from: number), shop.miss("2", from: number, at: 10))
    #expect(try owed() == ["+380501112233 2 missed 0 tried"])
    #expect(try shop.log().rows.map { $0.comments.contains(.notCalledBack) } == [true, true])
    try shop.take(shop.outgoing("3", to: number, at: 20, talk: 9))
    #expect(try owed() == ["+380501112233 2 missed 1 tried"])
    try shop.take(shop.miss("4", from: "0672223344", at: 5))
    #expect(try owed().count == 2)
    #expect(try shop.store.callBackCount(now: Shop.noon) == 2)
    try shop.take(shop.outgoing("5", to: number, at: 30, talk: 10))
    #expect(try owed() == ["+380672223344 1 missed 0 tried"])
    let earlier = try #require(try shop.log().rows.first { $0.providerID == "1" })
    #expect(earlier.comments == [.newClient])
    // Any of a contact's numbers settles it.
    try shop.contact("Олена", number, "0672223344")
    #expect(try owed().isEmpty)
    #expect(try shop.store.callBackCount(now: Shop.noon) == 0)
    try shop.take(shop.miss("6", from: number, at: 60))
    #expect(try owed() == ["+380501112233 1 missed 0 tried"])
    #expect(try shop.store.callBacks(now: Shop.noon, limit: 1).first?.contact?.name == "Олена")
  }

  @Test func dealtWithIsForgottenByALaterMiss() throws {
    let shop = try Shop()
    let phone = try #require(Shop.number(number))
    try shop.take(shop.miss("1", from: number))
    try shop.store.settleCallBack(of: phone, now: Shop.noon.advanced(bySeconds: 5))
    #expect(try shop.store.callBackCount(now: Shop.noon) == 0)
    try shop.take(shop.miss("2", from: number, at: 10))
    #expect(try shop.store.callBackCount(now: Shop.noon) == 1)
    #expect(throws: StoreError.missing) {
      try shop.store.settleCallBack(
        of: PhoneNumber(kind: .local, text: "5555555"), now: Shop.noon)
    }
  }

  /// For whoever wants to be told when a wait has grown long.
  @Test func aWaitBeginsInOneSpanOnly() throws {
    let shop = try Shop()
    try shop.take(
      shop.miss("1", from: number), shop.miss("2", from: number, at: 90),
      shop.miss("3", from: "0672223344", at: 60), shop.miss("4", from: "0633334455", at: 61))
    let begun = { (after: Int64, end: Int64) in
      try shop.store.callBacks(
        firstMissedAfter: Shop.noon.advanced(bySeconds: after),
        upTo: Shop.noon.advanced(bySeconds: end)
      ).map(\.number.text)
    }
    #expect(try begun(-60, 0) == ["+380501112233"])
    #expect(try begun(0, 60) == ["+380672223344"])
    #expect(try begun(60, 120) == ["+380633334455"])
  }

  @Test func aMissIsForgottenAfterThirtyDays() throws {
    let shop = try Shop()
    let day: Int64 = 86_400
    try shop.take(shop.miss("1", from: number), shop.miss("2", from: number, at: 10 * day))
    let later = Shop.noon.advanced(bySeconds: 35 * day)
    let entry = try #require(try shop.store.callBacks(now: later, limit: 9).first)
    #expect(entry.callBack.misses == 1)
    #expect(try shop.store.callBackCount(now: later) == 1)
    let last = Shop.noon.advanced(bySeconds: 41 * day)
    #expect(try shop.store.callBacks(now: last, limit: 9).isEmpty)
    #expect(try shop.store.callBackCount(now: last) == 0)
    // The next delivery of anybody clears it away.
    try shop.take(shop.answered("3", from: "0672223344", at: 41 * day), at: 41 * day)
    #expect(try shop.log(.last).rows.last?.comments == [.newClient])
  }

  /// What is kept up with each delivery is what the log says when asked anew.
  @Test(arguments: 1...6) func itNeverDriftsFromTheLog(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let shop = try Shop()
    let numbers = (0..<6).map { "05011122\(30 + $0)" }
    var contacts: [Contact] = []
    var calls: [Call.ID] = []
    for step in 0..<120 {
      let number = numbers[Int(random.next() % 6)]
      let at = Int64(random.next() % 5000)
      let id = "\(random.next() % 80)"
      let talk = [0, 0, 5, 10, 90][Int(random.next() % 5)]
      let now = Shop.noon.advanced(bySeconds: 6000)
      switch random.next() % 12 {
      case 0:
        contacts.append(try shop.contact("\(step)", number))
      case 1 where !contacts.isEmpty && !calls.isEmpty:
        let contact = contacts[Int(random.next() % UInt64(contacts.count))]
        try shop.store.assign(
          calls[Int(random.next() % UInt64(calls.count))], to: contact.id, now: now)
      case 2 where !contacts.isEmpty:
        let contact = contacts[Int(random.next() % UInt64(contacts.count))]
        _ = try shop.store.addNumber(
          try #require(Shop.number(number)), to: contact.id, from: nil, besideOwners: true, now: now
        )
      case 3 where !calls.isEmpty:
        if let client = try shop.store.call(calls[calls.count - 1])?.client {
          try shop.store.settleCallBack(of: client, now: Shop.noon.advanced(bySeconds: at))
        }
      case 4...6:
        calls += try shop.take(shop.outgoing(id, to: number, at: at, talk: talk)).map(\.call)
      case 7:
        calls += try shop.take(shop.answered(id, from: number, at: at, talk: talk)).map(\.call)
      default: calls += try shop.take(shop.miss(id, from: number, at: at)).map(\.call)
      }
    }
    let now = Shop.noon.advanced(bySeconds: 6000)
    let kept = try shop.store.callBacks(now: now, limit: 100)
    try shop.store.recomputeCallBacks(now: now)
    #expect(try shop.store.callBacks(now: now, limit: 100) == kept)
    #expect(try shop.store.callBackCount(now: now) == kept.count)
    #expect(try shop.store.integrity() == "ok")
  }
}
