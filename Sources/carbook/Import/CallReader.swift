import Domain

/// Makes a call of what a row says.
struct CallReader {
  let contacts: ContactReader
  /// When the import began: calls are received then.
  let now: Timestamp

  func call(_ values: FieldValues<ImportedCallField>) throws(Refusal) -> CallImport {
    guard let id = try contacts.short(values[.providerID], "call's id") else {
      throw Refusal("The row has no provider's id of a call.")
    }
    guard let start = values[.date].flatMap(contacts.dates.timestamp) else { throw .badDate }
    let status = CallReader.status(values[.status])
    var event = CallEvent(
      providerID: id, occasion: CallReader.occasion(status), received: now)
    event.fields.start = start
    let note = try contacts.text(values[.note], "note", limit: Call.noteLimit)
    if status == .notUnderstood {
      return CallImport(event: event, isUnderstood: false, note: note)
    }
    event.fields.type = try CallReader.type(values[.type] ?? values[.direction])
    event.fields.caller = number(values[.caller])
    event.fields.called = number(values[.called])
    event.fields.wait = try CallReader.seconds(values[.wait])
    event.fields.talk = try CallReader.seconds(values[.talk])
    event.fields.connectedWith = try contacts.short(values[.connectedWith], "employee's name")
    event.fields.recording = try contacts.text(values[.recording], "recording's link", limit: 2048)
    event.fields.utmSource = try utm(values[.utmSource])
    event.fields.utmMedium = try utm(values[.utmMedium])
    event.fields.utmCampaign = try utm(values[.utmCampaign])
    event.fields.utmContent = try utm(values[.utmContent])
    event.fields.utmTerm = try utm(values[.utmTerm])
    // A status that is no word of ours is the provider's.
    let said = values[.rawStatus] ?? (status == nil ? values[.status] : nil)
    event.fields.disposition = try contacts.short(said, "result").flatMap(Disposition.init)
    setClient(number(values[.client]), of: &event)
    setResult(status, of: &event)
    return CallImport(
      event: event, order: try contacts.short(values[.order], "order's number"), note: note)
  }

  private func number(_ text: String?) -> PhoneNumber? {
    text.flatMap(contacts.plan.number)
  }

  private func utm(_ text: String?) throws(Refusal) -> String? {
    try contacts.text(text, "source", limit: 1024)
  }

  /// Where the other side than the rule's is the client, what was taken for his number is ours.
  private func setClient(_ client: PhoneNumber?, of event: inout CallEvent) {
    guard let client, CallSides(CallRecord(event), own: OwnNumbers()).client != client else {
      return
    }
    if event.fields.called == client { event.fields.outbound = event.fields.caller }
    if event.fields.caller == client { event.fields.outbound = event.fields.called }
  }

  /// A result for a status that nothing else in the row says.
  private func setResult(_ status: CallStatus?, of event: inout CallEvent) {
    guard let status, event.fields.disposition == nil else { return }
    let record = CallRecord(event)
    let sides = CallSides(record, own: OwnNumbers())
    let derived = CallStatus(
      type: sides.type, phase: event.phase, disposition: nil, talk: CallTimes(record).talk,
      start: event.fields.start ?? now, now: now)
    guard derived != status else { return }
    event.fields.disposition = CallReader.results[status].flatMap(Disposition.init)
  }

  private static let results: [CallStatus: String] = [
    .answered: "ANSWERED", .missed: "NO ANSWER", .notReached: "CLIENT NO ANSWER", .busy: "BUSY",
    .failed: "FAILED", .refused: "DECLINE", .voicemail: "VOICEMAIL",
  ]

  /// How far a call of that status had come.
  private static func occasion(_ status: CallStatus?) -> Occasion {
    switch status {
    case .ringing, .unknown: .before
    case .talking: .answered
    default: .after
    }
  }

  private static func status(_ text: String?) -> CallStatus? {
    guard let text else { return nil }
    return CallStatus(rawValue: text) ?? ukrainianStatuses[NameKey(text)]
  }

  private static let ukrainianStatuses: [NameKey: CallStatus] = [
    NameKey("пропущений"): .missed, NameKey("пропущено"): .missed, NameKey("відповіли"): .answered,
    NameKey("прийнятий"): .answered, NameKey("зайнято"): .busy, NameKey("недодзвон"): .notReached,
    NameKey("не додзвонилися"): .notReached, NameKey("помилка"): .failed,
    NameKey("збій"): .failed, NameKey("відмова"): .refused, NameKey("відхилено"): .refused,
    NameKey("автовідповідач"): .voicemail,
  ]

  /// Nil for an internal call too: that follows from its sides.
  private static func type(_ text: String?) throws(Refusal) -> CallType? {
    switch text?.lowercased() {
    case nil, "internal", "внутрішній": nil
    case "in", "incoming", "inbound", "вхідний": .incoming
    case "out", "outgoing", "outbound", "вихідний": .outgoing
    case "callback", "зворотний": .callback
    default: throw Refusal("The call's type is not in, out, callback or internal.")
    }
  }

  /// `185`, `3:05` or `1:02:03`; a week at most.
  static func seconds(_ text: String?) throws(Refusal) -> Int? {
    guard let text else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var seconds = 0
    for part in parts {
      guard (1...6).contains(part.count), part.allSatisfy(\.isASCIIDigit), let count = Int(part)
      else { throw .badDuration }
      seconds = seconds * 60 + count
    }
    guard parts.count <= 3, seconds <= 7 * 86_400 else { throw .badDuration }
    return seconds
  }
}

extension Refusal {
  static let badDuration = Refusal("A duration is neither seconds nor minutes and seconds.")
}
