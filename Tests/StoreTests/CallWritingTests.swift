import Domain
import Testing

@testable import Store

struct CallWritingTests {
  /// What is saved is not read again, so it has to be what would be read.
  @Test func aSavedCallIsTheOneThatIsReadBack() throws {
    let shop = try RandomShop(seed: 9).shop
    let calls = try shop.store.calls(LogRequest(anchor: .first, limit: 10_000)).rows
    var saved = 0
    try shop.store.write { () throws(StoreError) in
      for call in calls {
        guard let known = try shop.store.storedCall(call.id), var record = known.record else {
          continue
        }
        var event = CallEvent(
          providerID: record.providerID, occasion: .after, received: record.firstReceived)
        event.fields.talk = (record.fields.talk ?? 0) + 7
        event.fields.caller = Shop.number("0501119999")
        record.merge(event)
        let after = try shop.store.save(record, over: known, of: shop.integration, own: shop.own)
          .call
        let read = try shop.store.storedCall(call.id)
        #expect(after == read)
        #expect(after != known)
        saved += 1
      }
    }
    #expect(saved > 200)
  }

  @Test(arguments: [
    ("https://a.example/r/17.wav?u=17", "17", "https://a.example/r/", "\u{1}.wav?u=\u{1}"),
    ("https://a.example/r?x=/17", "17", "https://a.example/", "r?x=/\u{1}"),
    ("https://a.example/абв", "б", "https://a.example/", "а\u{1}в"),
    ("https://a.example/1117", "117", "https://a.example/", "1\u{1}"),
    ("https://a.example/17", "", "https://a.example/", "17"),
    ("17", "17", nil, "17"),
    ("https://a.example/\u{1}17", "17", nil, "https://a.example/\u{1}17"),
  ])
  func anAddressIsPackedAndUnpacked(url: String, id: String, base: String?, rest: String) {
    let packed = PackedURL.pack(url, id: id)
    #expect(packed.base == base)
    #expect(packed.rest == rest)
    #expect(PackedURL.unpack(base: packed.base, rest: packed.rest, id: id) == url)
  }
}
