import Domain
import Testing

@testable import Store

struct PagingTests {
  /// Forty calls, four to each second, so that the id has to decide.
  private func shop() throws -> Shop {
    let shop = try Shop()
    let items = (0..<40).map {
      shop.answered("\($0)", from: $0 % 3 == 0 ? "0501112233" : "0672223344", at: Int64($0 / 4))
    }
    _ = try shop.store.ingest(items, now: Shop.noon)
    return shop
  }

  @Test func everyPlaceEveryDirectionEveryLengthIsAPieceOfTheWholeList() throws {
    let shop = try shop()
    let contact = try shop.contact("Олена", "0501112233")
    let half = try shop.contact("Петро", "0670000000")
    for index in [1, 5, 3, 39] {
      let call = try #require(try shop.log().rows.first { $0.providerID == "\(index)" })
      try shop.store.assign(call.id, to: half.id, now: Shop.noon)
    }
    for owner in [nil, contact.id, half.id] {
      let whole = try shop.store.calls(
        LogRequest(anchor: .first, limit: 1000, contact: owner)
      ).rows
      #expect(whole.count == [nil: 40, contact.id: 12, half.id: 4][owner])
      #expect(whole.map(\.position) == whole.map(\.position).sorted { $0.precedes($1) })
      for limit in [1, 3, 7, 50] {
        func page(_ anchor: Anchor<LogPosition>) throws -> Page<Call> {
          try shop.store.calls(LogRequest(anchor: anchor, limit: limit, contact: owner))
        }
        func piece(_ from: Int, _ to: Int) -> Page<Call> {
          let from = max(0, from)
          let to = min(whole.count, to)
          return Page(
            rows: Array(whole[from..<to]), hasBefore: from > 0, hasAfter: to < whole.count)
        }
        #expect(try page(.first) == piece(0, limit))
        #expect(try page(.last) == piece(whole.count - limit, whole.count))
        for (index, call) in whole.enumerated() {
          #expect(try page(.after(call.position)) == piece(index + 1, index + 1 + limit))
          #expect(try page(.before(call.position)) == piece(index - limit, index))
          let from = max(0, min(index - limit / 2, whole.count - limit))
          #expect(try page(.around(call.position)) == piece(from, from + limit))
          let start = max(0, min(index, whole.count - limit))
          #expect(try page(.from(call.position)) == piece(start, start + limit))
        }
      }
    }
  }

  @Test func aPlaceWhereNoRowStandsWillDo() throws {
    let shop = try shop()
    let between = LogPosition(start: Shop.noon.advanced(bySeconds: 5), id: Call.ID(0))
    let after = try shop.log(.after(between), limit: 2)
    #expect(after.rows.map(\.start) == [4, 4].map { Shop.noon.advanced(bySeconds: $0) })
    #expect(after.hasBefore && after.hasAfter)
    let newest = LogPosition(start: Timestamp(milliseconds: .max), id: Call.ID(.max))
    #expect(
      try shop.log(.before(newest), limit: 2) == Page(rows: [], hasBefore: false, hasAfter: true))
    #expect(try shop.log(.after(newest), limit: 40).hasBefore == false)
    let empty = try Shop()
    let from = try shop.log(.from(between), limit: 2)
    #expect(from == after)
    #expect(try shop.log(.from(newest), limit: 2).hasBefore == false)
    let oldest = LogPosition(start: Timestamp(milliseconds: 0), id: Call.ID(0))
    #expect(try shop.log(.from(oldest), limit: 2) == shop.log(.last, limit: 2))
    for anchor in [
      Anchor.first, .last, .after(between), .before(between), .around(between), .from(between),
    ] {
      #expect(try empty.log(anchor) == Page(rows: [], hasBefore: false, hasAfter: false))
    }
  }

  @Test func newerCallsAreCountedAsFarAsAsked() throws {
    let shop = try shop()
    let rows = try shop.log().rows
    #expect(try shop.store.callsNewer(than: rows[0].position, limit: 99) == 0)
    #expect(try shop.store.callsNewer(than: rows[3].position, limit: 99) == 3)
    #expect(try shop.store.callsNewer(than: rows[30].position, limit: 10) == 10)
  }

  @Test func figuresEndBeforeTheEnd() throws {
    let shop = try Shop()
    try shop.take(
      shop.answered("1", from: "0501112233"), shop.miss("2", from: "0501112233", at: 10),
      shop.outgoing("3", to: "0501112233", at: 20), shop.miss("4", from: "0501112233", at: 30))
    func figures(_ from: Int64, _ to: Int64) throws -> CallTally {
      try shop.store.figures(
        from: Shop.noon.advanced(bySeconds: from), to: Shop.noon.advanced(bySeconds: to))
    }
    #expect(try figures(0, 30) == CallTally(total: 3, answered: 1, missed: 1))
    #expect(try figures(0, 31) == CallTally(total: 4, answered: 1, missed: 2))
    #expect(try figures(100, 200) == CallTally())
  }
}
