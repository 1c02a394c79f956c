import Domain
import Store
import Telephony

/// Tells what is known of one call: reads its deliveries again, in the order they came.
struct CallStories {
  let plan: NumberPlan

  /// The latest deliveries that are told; a call has three or four.
  private static let limit = 30

  /// Nil where there is no such call.
  func story(of id: Call.ID, in store: Store) throws(StoreError) -> CallStory? {
    guard let file = try store.callFile(id) else { return nil }
    guard let call = try store.call(id) else { return nil }
    let roster = try store.roster()
    let answers = try store.routeAnswers(to: call.providerID, of: file.integration.id)
    let entries = try store.rawEvents(of: id, limit: CallStories.limit + 1)
    let told = entries.prefix(CallStories.limit).reversed()
    return CallStory(
      integration: file.integration.name, firstReceived: file.record?.firstReceived,
      fields: file.record?.fields ?? CallFields(),
      activity: CallActivity(
        call, roster: roster, plan: plan, routed: answers.last.flatMap(\.employee)),
      routes: answers.map { CallRoute($0, employee: $0.employee.flatMap { roster[$0]?.name }) },
      remarks: remarks(told, of: file.integration),
      owners: file.owners,
      isClientByHand: file.isClientByHand, isOrderByHand: file.isOrderByHand,
      deliveries: deliveries(told, of: file.integration),
      hasEarlier: entries.count > CallStories.limit)
  }

  /// A later delivery knows better.
  private func remarks(
    _ entries: some Sequence<JournalEntry>, of integration: Integration
  ) -> [CallRemark: String] {
    let intake = Intake(plan: plan)
    return entries.reduce(into: [:]) { remarks, entry in
      let said = intake.remarks(entry.raw, entry.occasion, entry.received, of: integration)
      remarks.merge(said) { $1 }
    }
  }

  /// - Parameter entries: oldest first.
  private func deliveries(
    _ entries: some Sequence<JournalEntry>, of integration: Integration
  ) -> [CallDelivery] {
    let intake = Intake(plan: plan)
    var record: CallRecord?
    return entries.map { entry in
      let delivery = Intake.unpacked(entry.raw, entry.occasion, entry.received)
      var fields: CallFields?
      if case .event(let event) = intake.content(
        entry.raw, entry.occasion, entry.received, of: integration)
      {
        fields = event.fields
        // Of a call without an id a delivery may be another's, which was moved here.
        if record == nil { record = CallRecord(event) } else { record?.merge(event) }
      }
      return CallDelivery(
        received: entry.received, occasion: entry.occasion, outcome: entry.outcome, fields: fields,
        status: record.map { status(of: $0, integration, at: entry.received) },
        text: DeliveryText.lines(delivery))
    }
  }

  private func status(
    of record: CallRecord, _ integration: Integration, at now: Timestamp
  ) -> CallStatus {
    let times = CallTimes(record)
    return CallStatus(
      type: CallSides(record, own: integration.own).type, phase: record.weight.phase,
      disposition: record.fields.disposition, talk: times.talk, start: times.start, now: now)
  }
}
