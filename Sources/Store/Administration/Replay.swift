import Domain
import Glibc

/// What a replay of the journal came to.
public struct ReplayResult: Equatable, Sendable {
  /// Calls that were derived again.
  public var read = 0
  /// Those that are now otherwise.
  public var changed = 0
  /// Calls left as they are: their journal is not complete any more, or no longer readable.
  public var left = 0
  /// Deliveries that came while their integration was off, and of which calls were made now.
  public var takenIn = 0
  /// The same that stay as they are.
  public var leftOut = 0
}

extension Store {
  /// Makes of a delivery of the journal what `ingest` would be given.
  public typealias JournalReader = (Integration, JournalEntry) -> IngestItem.Content

  /// Derives the provider's columns of all journaled calls again, in short transactions. Where
  /// nothing has changed in how deliveries are understood nothing is written. What people said of a
  /// call stays; no question is raised.
  /// - Parameter includingOff: makes calls of what came while the integration was off, too.
  public func replay(
    includingOff: Bool = false, now: Timestamp, reading read: JournalReader
  ) throws(StoreError) -> ReplayResult {
    let integrations = Dictionary(
      try integrations().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var result = ReplayResult()
    if includingOff {
      result.takenIn = try takeInOff(integrations, now: now, reading: read)
    }
    result.leftOut = Int(
      try connection.integer(
        "SELECT count(*) FROM event WHERE call_id IS NULL AND outcome = ?",
        JournalEntry.Outcome.whileOff.rawValue))
    var last = Call.ID(0)
    while true {
      let calls: [Call.ID] = try connection.rows(
        "SELECT DISTINCT call_id FROM event WHERE call_id > ? ORDER BY call_id LIMIT 200", last
      ) { $0.id() }
      guard let end = calls.last else { return result }
      last = end
      // Most are as they were: they are looked at without the lock.
      var different: [Call.ID] = []
      for id in calls {
        switch try derivation(of: id, integrations, read) {
        case .same: result.read += 1
        case .different: different.append(id)
        case .unknown: result.left += 1
        }
      }
      try writeInBatches(different) { (id) throws(StoreError) in
        result.read += 1
        guard
          case .different(let call, let events, let integration) =
            try derivation(of: id, integrations, read)
        else { return }
        try replace(call, with: events, of: integration, now: now)
        result.changed += 1
      }
    }
  }

  private enum Derivation {
    case same
    case different(StoredCall, [CallEvent], Integration)
    /// The journal does not tell all of the call.
    case unknown
  }

  private func derivation(
    of id: Call.ID, _ integrations: [Integration.ID: Integration], _ read: JournalReader
  ) throws(StoreError) -> Derivation {
    guard let call = try storedCall(id), let integration = integrations[call.integration] else {
      return .unknown
    }
    let entries = try rawEvents(of: id).reversed()
    // A call whose first delivery has gone from the journal, or that was not made by one.
    guard let first = entries.first?.outcome, first == .madeCall || first == .notUnderstood else {
      return .unknown
    }
    var events: [CallEvent] = []
    for entry in entries {
      switch read(integration, entry) {
      case .notUnderstood(let key, _):
        guard call.record == nil, key == call.providerID else { return .unknown }
      case .event(let event):
        guard call.record == nil || event.providerID == call.providerID else { return .unknown }
        guard event.providerID == events.first?.providerID ?? event.providerID else {
          return .unknown
        }
        events.append(event)
      }
    }
    guard let record = Store.record(of: events) else { return .same }
    return call.isMade(of: record, own: integration.own)
      ? .same : .different(call, events, integration)
  }

  private static func record(of events: [CallEvent], onto present: CallRecord? = nil) -> CallRecord?
  {
    events.reduce(into: present) { record, event in
      if record == nil { record = CallRecord(event) } else { record?.merge(event) }
    }
  }

  private func replace(
    _ call: StoredCall, with events: [CallEvent], of integration: Integration, now: Timestamp
  ) throws(StoreError) {
    guard let key = events.first?.providerID else { return }
    var before = call
    // What was not understood may turn out to be a delivery of a call that is there.
    let known = key == call.providerID ? nil : try storedCall(key, of: integration.id)
    if let known {
      try move(call.id, to: known.id)
      try delete(call, now: now)
      before = known
    } else if call.record == nil {
      try connection.run(
        "UPDATE event SET outcome = ? WHERE call_id = ?", JournalEntry.Outcome.madeCall.rawValue,
        call.id)
    }
    guard let record = Store.record(of: events, onto: known?.record) else { return }
    try replace(before, with: record, own: integration.own, now: now)
  }

  /// The journal of a call, and what people said of it where they said nothing of the other.
  private func move(_ call: Call.ID, to other: Call.ID) throws(StoreError) {
    try connection.run(
      "UPDATE event SET call_id = ?, outcome = ? WHERE call_id = ?", other,
      JournalEntry.Outcome.changedCall.rawValue, call)
    try connection.run("UPDATE OR IGNORE call_hand SET call_id = ? WHERE call_id = ?", other, call)
    try indexNote(of: other)
  }
}

extension StoredCall {
  /// Whether saving the record would change nothing.
  func isMade(of record: CallRecord, own: OwnNumbers) -> Bool {
    let sides = CallSides(record, own: own)
    let times = CallTimes(record)
    return self.record == record && type == sides.type && client == sides.client
      && start == times.start && status == CallStatus(record, sides: sides, times: times)
  }
}

extension CallStatus {
  /// As it stands in the store: of the time when the call began.
  init(_ record: CallRecord, sides: CallSides, times: CallTimes) {
    self.init(
      type: sides.type, phase: record.weight.phase, disposition: record.fields.disposition,
      talk: times.talk, start: times.start, now: times.start)
  }
}
