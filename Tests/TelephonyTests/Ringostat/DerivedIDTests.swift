import Domain
import Telephony
import Testing

/// "No id at all: derive a stable key from kind + both numbers + start."
@Suite struct DerivedIDTests {
  private func id(_ body: String, minute: Int = 0, occasion: Occasion = .after) -> String? {
    let received = utc(2026, 8, 8, 8, minute, 0)
    return event(Delivery(body, occasion: occasion, received: received))?.providerID
  }

  private let call = "type=in&caller=380501112233&dst=380440000009&date=2026-08-08+11:11:11"

  @Test func theSameCallHasTheSameKey() throws {
    let key = try #require(id(call))
    #expect(key.hasPrefix("derived-") && !key.contains("1112233"))
    for same in [
      call + "&status=ANSWERED&duration=50",
      "call_type=transitin&userfield=0501112233&callee=%2B380440000009&calldate=1786176671",
      "caller=380501112233&dst=380440000009&date=2026-08-08T08:11:11Z",
    ] {
      #expect(id(same, minute: 59, occasion: .before) == key)
    }
    #expect(id(call, occasion: .afterOutgoing) == key)
  }

  @Test(arguments: [
    "type=out&caller=380501112233&dst=380440000009&date=2026-08-08+11:11:11",
    "type=in&caller=380501112234&dst=380440000009&date=2026-08-08+11:11:11",
    "type=in&caller=380501112233&dst=380440000008&date=2026-08-08+11:11:11",
    "type=in&caller=380501112233&dst=380440000009&date=2026-08-08+11:11:12",
    "type=in&caller=380501112233&dst=380440000009", "type=in&date=2026-08-08+11:11:11",
  ])
  func anotherCallHasAnother(_ body: String) throws {
    let other: String = try #require(id(body))
    #expect(other != id(call))
  }

  @Test func withoutAStartTheHourOfTheReceiptStandsIn() {
    let body = "type=in&caller=380501112233&dst=380440000009"
    #expect(id(body, minute: 1) == id(body, minute: 59))
    #expect(id(body, minute: 1) != id(body, minute: 60))
  }

  @Test(arguments: ["type=in&caller=380501112233", "type=in&dst=380440000009", "status=ANSWERED"])
  func tooLittleIsNoCall(_ body: String) {
    #expect(id(body) == nil)
  }
}
