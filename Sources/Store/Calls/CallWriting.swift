import Domain

/// A call that has just been written, with what was found out on the way, so that nobody looks for it
/// again.
struct SavedCall {
  /// What it was; nil for a new one.
  let before: StoredCall?
  let call: StoredCall
  /// Of the client's number, oldest first.
  let owners: [Int64]
  /// The client's number has never been heard of before: nothing is known of him.
  let hasNewNumber: Bool
}

extension Store {
  /// Stores a call as it now is, with what follows from it; which order it is about has still to be
  /// decided.
  /// - Parameter known: what it was; nil for a new call.
  func save(
    _ record: CallRecord, over known: StoredCall?, of integration: Integration.ID, own: OwnNumbers
  ) throws(StoreError) -> SavedCall {
    let fields = record.fields
    let sides = CallSides(record, own: own)
    let times = CallTimes(record)
    let status = CallStatus(record, sides: sides, times: times)
    let caller = try numberRow(of: fields.caller)
    let called = try numberRow(of: fields.called)
    let client = sides.client.map { $0 == fields.caller ? caller : called } ?? nil
    let owners = try client.map { (client) throws(StoreError) in
      client.isNew ? [] : try self.owners(of: client.id)
    }
    let recording = PackedURL.pack(fields.recording, id: record.providerID)
    let card = PackedURL.pack(fields.callCard, id: record.providerID)
    let marks = record.marks
    let heaviest = record.weight.talk
    let employee = Phrases.Employee(
      name: fields.connectedWith, staffID: fields.staffID, department: fields.department)
    let utm = [
      fields.utmSource, fields.utmMedium, fields.utmCampaign, fields.utmContent, fields.utmTerm,
    ]
    let employeeID = try phrases.id(of: employee)
    let poolID = try phrases.id(of: fields.pool)
    let sourceID = try phrases.id(ofSource: utm)
    var facet = Facet(type: sides.type, status: status)
    facet.hasRecording = fields.recording != nil && fields.hasRecording != false
    facet.hasClient = client != nil
    // What was said by hand is seen to when the order is decided (`refile`).
    if let owners, sides.client?.isInternal == false { facet.isNew = owners.isEmpty }
    facet.talk = SecondsClasses.talk.index(of: times.talk ?? 0)
    facet.wait = times.wait.map(SecondsClasses.wait.index) ?? -1
    let line = CallSides.line(type: sides.type, client: sides.client, fields: fields)
    facet.line = try phrases.id(of: line?.text) ?? 0
    (facet.employee, facet.pool, facet.source) = (employeeID ?? 0, poolID ?? 0, sourceID ?? 0)
    let facetID = try facets.id(of: facet)
    let outbound = try numberRow(of: fields.outbound)
    let disposition = try phrases.id(of: fields.disposition?.raw)
    let recordingBase = try phrases.id(of: recording.base)
    let cardBase = try phrases.id(of: card.base)
    // In the order of `writtenColumns`.
    try connection.run(known == nil ? Store.insertCall : Store.updateCall) {
      $0.add(integration)
      $0.add(record.providerID)
      $0.add(times.start)
      $0.add(record.firstReceived.milliseconds &- times.start.milliseconds)
      $0.add(record.weight.phase.rawValue)
      $0.add(heaviest == max(0, fields.talk ?? 0) ? nil : heaviest)
      $0.add(fields.type?.code)
      $0.add(sides.type.code)
      $0.add(status.code)
      $0.add(flags(record).rawValue)
      $0.add(caller?.id)
      $0.add(called?.id)
      $0.add(outbound?.id)
      $0.add(client?.id)
      $0.add(fields.duration)
      $0.add(fields.wait)
      $0.add(fields.talk)
      $0.add(disposition)
      $0.add(employeeID)
      $0.add(poolID)
      $0.add(sourceID)
      $0.add(recordingBase)
      $0.add(recording.rest)
      $0.add(cardBase)
      $0.add(card.rest)
      $0.add(fields.googleClientID)
      $0.add(facetID)
      $0.add(marks.isEmpty ? nil : marks)
      if let known { $0.add(known.id) }
    }
    if known == nil { withhold(callFrom: times.start, status) }
    let call = StoredCall(
      id: known?.id ?? Call.ID(connection.lastInsertedID), integration: integration, record: record,
      providerID: record.providerID, start: times.start, type: sides.type, status: status,
      client: sides.client, clientID: client?.id, orderID: known?.orderID, facetID: facetID)
    return SavedCall(
      before: known, call: call, owners: owners ?? [], hasNewNumber: client?.isNew ?? false)
  }

  /// A delivery that could not be read still stands in the log.
  func saveNotUnderstood(
    key: String, received: Timestamp, of integration: Integration.ID
  ) throws(StoreError) -> Call.ID {
    try connection.run(
      """
      INSERT INTO call
        (integration_id, provider_id, start, received, phase, status, flags, facet_id)
      VALUES (?, ?, ?, 0, ?, ?, 0, ?)
      """, integration, key, received, Phase.after.rawValue, CallStatus.notUnderstood.code,
      try facets.id(of: Facet(type: nil, status: .notUnderstood)))
    withhold(callFrom: received, .notUnderstood)
    return Call.ID(connection.lastInsertedID)
  }

  private static let writtenColumns = [
    "integration_id", "provider_id", "start", "received", "phase", "heaviest_talk", "said_type",
    "type", "status", "flags", "caller_id", "called_id", "outbound_id", "client_id", "duration",
    "wait", "talk", "disposition_id", "employee_id", "pool_id", "source_id", "recording_base_id",
    "recording", "card_base_id", "card", "google_client_id", "facet_id", "marks",
  ]
  private static let insertCall = """
    INSERT INTO call (\(writtenColumns.joined(separator: ", ")))
    VALUES (\(writtenColumns.map { _ in "?" }.joined(separator: ", ")))
    """
  private static let updateCall = """
    UPDATE call SET \(writtenColumns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?
    """

  private func flags(_ record: CallRecord) -> CallFlags {
    var flags: CallFlags = []
    if record.isOutgoingByLink { flags.insert(.outgoingByLink) }
    if record.isOnlyFetched { flags.insert(.onlyFetched) }
    if record.fields.start != nil { flags.insert(.startSaid) }
    if let hasRecording = record.fields.hasRecording {
      flags.insert(.recordingSaid)
      if hasRecording { flags.insert(.hasRecording) }
    }
    return flags
  }

  /// The row of a number, made where there is none yet; nil for a hidden one.
  func numberID(of number: PhoneNumber?) throws(StoreError) -> Int64? {
    try numberRow(of: number)?.id
  }

  private func numberRow(
    of number: PhoneNumber?
  ) throws(StoreError) -> (id: Int64, isNew: Bool)? {
    guard let number else { return nil }
    if let id = memo?.numbers[number.text] { return (id, false) }
    if let id = try knownNumberID(of: number) {
      memo?.numbers[number.text] = id
      return (id, false)
    }
    try connection.run("INSERT INTO number (text, kind) VALUES (?, ?)") {
      $0.add(number.text)
      $0.add(number.kind.rawValue)
    }
    let id = connection.lastInsertedID
    withhold(number: number.text, id)
    return (id, true)
  }

  /// Nil where nobody has had that number yet.
  func knownNumberID(of number: PhoneNumber) throws(StoreError) -> Int64? {
    try connection.firstInteger("SELECT id FROM number WHERE text = ?") { $0.add(number.text) }
  }
}
