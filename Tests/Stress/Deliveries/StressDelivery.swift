import Domain
import Store

/// A missed call of one of a few thousand clients.
struct StressDelivery {
  let id: String
  /// Picks the client.
  let number: Int

  private var client: String { "38050\(1_000_000 + number % 5000)" }

  /// As the provider sends it.
  var body: [UInt8] {
    Array(
      """
      {"uniqueid":"\(id)","call_type":"in","userfield":"\(client)","dst":"380440000009",\
      "disposition":"NO ANSWER","duration":"12","waittime":"12","billsec":"0",\
      "pool_name":"Сервіс","utm_source":"google","utm_medium":"cpc","utm_campaign":"to"}
      """.utf8)
  }

  /// For those who write without HTTP.
  func item(of integration: Integration.ID) -> IngestItem {
    var event = CallEvent(providerID: id, occasion: .after, received: Timestamp.now)
    event.fields.type = .incoming
    event.fields.caller = NumberPlan.ukraine.number(client)
    event.fields.called = NumberPlan.ukraine.number("380440000009")
    event.fields.disposition = Disposition("NO ANSWER")
    event.fields.duration = 12
    return IngestItem(
      integration: integration, occasion: .after, origin: .delivered,
      raw: RawDelivery(method: "POST", query: "", mediaType: "application/json", body: body),
      content: .event(event), own: OwnNumbers())
  }
}
