import Domain
import Telephony

/// What libFuzzer calls with each input: up to three deliveries, read and merged. Reading must
/// neither trap nor give two answers; merging must not depend on order or repetition, and survive
/// being stored.
///
/// Deliveries are parted by a byte 0x1E. The first byte of each says by which link it came, the
/// second what its media type says and whether the bytes stand in the query.
@_cdecl("LLVMFuzzerTestOneInput")
public func deliver(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: data, count: count)
  var events: [CallEvent] = []
  for (index, part) in bytes.split(separator: 0x1E).prefix(3).enumerated() {
    let delivery = delivery(Array(part), received: Timestamp(seconds: 1_790_000_000 + Int64(index)))
    let reading = dialect.read(delivery)
    precondition(dialect.read(delivery) == reading, "two readings of one delivery")
    precondition(!dialect.receive(delivery).reply.body.isEmpty, "no reply")
    guard case .event(var event) = reading else { continue }
    precondition(!event.providerID.isEmpty, "an event without an id")
    // Of one call, or there would be nothing to merge.
    event.providerID = "one"
    events.append(event)
  }
  guard let first = events.first else { return 0 }
  let record = merged(events)
  precondition(merged(events.reversed()) == record, "the order matters")
  precondition(merged(events + events) == record, "a repeat matters")
  precondition(merged([first] + events) == record, "a repeat matters")
  let stored = CallRecord(
    providerID: record.providerID, fields: record.fields, weight: record.weight,
    firstReceived: record.firstReceived, isOutgoingByLink: record.isOutgoingByLink,
    marks: record.marks)
  precondition(stored == record, "a stored record is another one")
  let times = CallTimes(record)
  let sides = CallSides(record, own: OwnNumbers())
  _ = CallStatus(
    type: sides.type, phase: record.weight.phase, disposition: record.fields.disposition,
    talk: times.talk, start: times.start, now: Timestamp(seconds: 1_790_000_060))
  return 0
}

private let dialect = RingostatDialect(zone: .kyiv, plan: .ukraine)

private func merged(_ events: [CallEvent]) -> CallRecord {
  var record = CallRecord(events[0])
  for event in events.dropFirst() { record.merge(event) }
  return record
}

private func delivery(_ bytes: [UInt8], received: Timestamp) -> Delivery {
  let occasions = Occasion.allCases
  let types = [
    "application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b",
    nil,
  ]
  let link = Int(bytes.first ?? 0) % occasions.count
  let form = Int(bytes.dropFirst().first ?? 0)
  let body = Array(bytes.dropFirst(2))
  let isQuery = form / types.count % 2 == 1
  return Delivery(
    occasion: occasions[link], query: isQuery ? String(decoding: body, as: UTF8.self) : nil,
    mediaType: types[form % types.count], body: isQuery ? [] : body, received: received)
}
