import Domain
import Foundation
import Testing

@testable import Store

/// While an integration is off its deliveries are kept and make no calls.
struct SwitchedOffTests {
  private let shop: Shop

  init() throws {
    shop = try Shop()
  }

  /// A delivery whose body is the call's id and what it talked, as `reading` understands it.
  private func delivery(
    _ id: String, talk: Int, at seconds: Int64, isOff: Bool
  ) throws -> IngestItem {
    let item = shop.item(id, at: seconds, body: "\(id) \(talk)") { fields in
      fields.type = .incoming
      fields.caller = Shop.number("0501112233")
      fields.talk = talk
    }
    return IngestItem(
      integration: item.integration, occasion: item.occasion, origin: item.origin, raw: item.raw,
      content: item.content, own: item.own, makesCall: !isOff)
  }

  private func replay(includingOff: Bool) throws -> ReplayResult {
    try shop.store.replay(includingOff: includingOff, now: Shop.noon) { _, entry in
      let words = String(decoding: entry.raw.body, as: UTF8.self).split(separator: " ")
      guard words.count == 2, let talk = Int(words[1]) else {
        return .notUnderstood(key: "", received: entry.received)
      }
      var event = CallEvent(
        providerID: String(words[0]), occasion: entry.occasion, received: entry.received)
      event.fields.type = .incoming
      event.fields.caller = Shop.number("0501112233")
      event.fields.start = entry.received
      event.fields.talk = talk
      return .event(event)
    }
  }

  private func journal() throws -> [String] {
    try shop.store.connection.rows("SELECT body, call_id, outcome FROM event ORDER BY id") { row in
      let body = String(decoding: row.optionalBlob() ?? [], as: UTF8.self)
      let call = row.optionalInteger() == nil ? "no call" : "call"
      return "\(body): \(call), \(JournalEntry.Outcome(rawValue: row.int()).map { "\($0)" } ?? "?")"
    }
  }

  @Test func theSwitchStandsInTheStoreAndInHistory() throws {
    func isAvailable() throws -> Bool? { try shop.store.integrations().first?.isAvailable }
    #expect(try isAvailable() == true)
    try shop.store.setAvailable(false, of: shop.integration, now: Shop.noon)
    #expect(try isAvailable() == false)
    try shop.store.setAvailable(true, of: shop.integration, now: Shop.noon)
    #expect(try isAvailable() == true)
    #expect(throws: StoreError.missing) {
      try shop.store.setAvailable(true, of: Integration.ID(99), now: Shop.noon)
    }
    let actions = try shop.store.connection.rows("SELECT action FROM history ORDER BY id") {
      $0.text()
    }
    #expect(actions.suffix(2) == ["switch integration off", "switch integration on"])
  }

  @Test func whatComesWhileItIsOffIsJournaledAndChangesNoCall() throws {
    try shop.take(try delivery("1", talk: 5, at: 0, isOff: false))
    let results = try shop.take(
      try delivery("1", talk: 50, at: 0, isOff: true),
      try delivery("2", talk: 7, at: 9, isOff: true))
    #expect(results == [.noCall, .noCall])
    #expect(try shop.log().rows.map(\.providerID) == ["1"])
    #expect(try shop.log().rows.map(\.talk) == [5])
    #expect(try shop.store.callCount() == 1)
    #expect(
      try journal() == ["1 5: call, madeCall", "1 50: no call, whileOff", "2 7: no call, whileOff"])
    #expect(try shop.store.lastDelivery() == Shop.noon.advanced(bySeconds: 9))
  }

  @Test func aReplayLeavesItOutUnlessAsked() throws {
    try shop.take(
      try delivery("1", talk: 5, at: 0, isOff: true),
      try delivery("2", talk: 6, at: 1, isOff: true),
      try delivery("1", talk: 50, at: 0, isOff: false))
    let before = try journal()
    #expect(try replay(includingOff: false) == ReplayResult(read: 1, leftOut: 2))
    #expect(try journal() == before)
    #expect(try replay(includingOff: true) == ReplayResult(read: 2, takenIn: 2))
    // As if it had never been off: the first of a call's deliveries made it.
    #expect(
      try journal() == ["1 5: call, madeCall", "2 6: call, madeCall", "1 50: call, changedCall"])
    #expect(try shop.log().rows.map(\.providerID) == ["2", "1"])
    #expect(try shop.store.callCount() == 2)
    #expect(try replay(includingOff: true) == ReplayResult(read: 2))
    #expect(try shop.store.integrity() == "ok")
  }

  @Test func noQuestionIsRaisedByAReplayOfIt() throws {
    try shop.take(try delivery("1", talk: 0, at: 0, isOff: true))
    #expect(try replay(includingOff: true).takenIn == 1)
    #expect(try shop.store.promptQueue(limit: 9).total == 0)
    try shop.take(try delivery("2", talk: 0, at: 1, isOff: false))
    #expect(try shop.store.promptQueue(limit: 9).total == 1)
  }

  @Test func aForgottenCallIsNeitherKeptNorTakenIn() throws {
    let number = try #require(Shop.number("0501112233"))
    try shop.take(
      try delivery("1", talk: 5, at: 0, isOff: false),
      try delivery("1", talk: 6, at: 0, isOff: true))
    _ = try shop.store.forget(number, plan: .ukraine, now: Shop.noon)
    try shop.take(try delivery("1", talk: 7, at: 0, isOff: true))
    #expect(try journal() == ["1 6: no call, whileOff"])
    #expect(try replay(includingOff: true) == ReplayResult())
    #expect(try journal() == [])
    #expect(try shop.store.callCount() == 0)
  }

  @Test func aPurgeDeletesItByTheTimeItCame() throws {
    try shop.take(
      try delivery("1", talk: 5, at: -100, isOff: true),
      try delivery("2", talk: 5, at: 0, isOff: true))
    try shop.store.purge(before: Shop.noon.advanced(bySeconds: -50), now: Shop.noon)
    #expect(try journal() == ["2 5: no call, whileOff"])
  }
}
