import Domain
import Telephony
import TestSupport
import Testing

/// Whatever two deliveries of a call say, what is known of the call in the end does not depend on
/// which came first, nor on how often they came.
@Suite struct MergeMutationTests {
  @Test func mutatedDeliveriesMergeAlikeInAnyOrder() {
    var mutator = Mutator(seed: 20_261_122, morsels: Sample.morsels)
    let seeds = Sample.allCases.flatMap { [Array($0.json.utf8), Array($0.form.utf8)] }
    var merged = 0
    var differing = 0
    for round in 0..<3000 {
      let pair = (0..<2).compactMap { number in
        mutatedEvent(of: seeds[(round + number) % seeds.count], number, &mutator)
      }
      guard pair.count == 2 else { continue }
      merged += 1
      let record = record(pair)
      if record != self.record([pair[0]]) { differing += 1 }
      #expect(self.record(pair.reversed()) == record)
      #expect(self.record(pair + pair) == record)
      #expect(self.record([pair[1]] + pair) == record)
      let stored = CallRecord(
        providerID: record.providerID, fields: record.fields, weight: record.weight,
        firstReceived: record.firstReceived, isOutgoingByLink: record.isOutgoingByLink,
        marks: record.marks)
      #expect(stored == record)
    }
    // Or the test would say nothing.
    #expect(merged > 500 && differing > 300)
  }

  private func mutatedEvent(
    of seed: [UInt8], _ number: Int, _ mutator: inout Mutator
  ) -> CallEvent? {
    let body = mutator.mutated(seed, limit: 4)
    let delivery = Delivery(
      occasion: Occasion.allCases.randomElement(using: &mutator.random) ?? .after, body: body,
      received: receipt.advanced(bySeconds: Int64(number)))
    guard case .event(var event) = dialect.read(delivery) else { return nil }
    event.providerID = "one"
    return event
  }

  private func record(_ events: [CallEvent]) -> CallRecord {
    var record = CallRecord(events[0])
    for event in events.dropFirst() { record.merge(event) }
    return record
  }
}
