import Domain

/// A row of `call`: what the provider said, merged, and what was derived from it when it last
/// changed.
struct StoredCall: Equatable {
  let id: Call.ID
  let integration: Integration.ID
  /// Nil where no delivery of the call could be read.
  let record: CallRecord?
  let providerID: String
  let start: Timestamp
  let type: CallType?
  /// Of the time when the call began: live for ever where no end came.
  let status: CallStatus
  let client: PhoneNumber?
  /// Row ids.
  let clientID: Int64?
  let orderID: Int64?
  let facetID: Int64

  init(
    id: Call.ID, integration: Integration.ID, record: CallRecord?, providerID: String,
    start: Timestamp, type: CallType?, status: CallStatus, client: PhoneNumber?, clientID: Int64?,
    orderID: Int64?, facetID: Int64
  ) {
    self.id = id
    self.integration = integration
    self.record = record
    self.providerID = providerID
    self.start = start
    self.type = type
    self.status = status
    self.client = client
    self.clientID = clientID
    self.orderID = orderID
    self.facetID = facetID
  }

  /// The columns that `init(row:phrases:)` reads, of a query that says `StoredCall.tables`.
  static let columns = """
    c.id, c.integration_id, c.provider_id, c.start, c.received, c.phase, c.heaviest_talk, \
    c.said_type, c.type, c.status, c.flags, caller.kind, caller.text, called.kind, called.text, \
    outbound.kind, outbound.text, c.client_id, \(client("kind")), \(client("text")), c.duration, c.wait, \
    c.talk, c.disposition_id, c.employee_id, c.pool_id, c.source_id, c.recording_base_id, \
    c.recording, c.card_base_id, c.card, c.google_client_id, c.order_id, c.facet_id, c.marks
    """
  static let tables = """
    call c
    LEFT JOIN number caller ON caller.id = c.caller_id
    LEFT JOIN number called ON called.id = c.called_id
    LEFT JOIN number outbound ON outbound.id = c.outbound_id
    """

  /// A column of the client's number: nearly always one of the two who spoke, so that it need not be
  /// looked for again.
  static func client(_ column: String) -> String {
    """
    CASE c.client_id WHEN c.caller_id THEN caller.\(column) WHEN c.called_id THEN called.\(column) \
    ELSE (SELECT \(column) FROM number WHERE id = c.client_id) END
    """
  }

  init(row: inout Row, phrases: Phrases) throws(StoreError) {
    id = row.id()
    integration = row.id()
    providerID = row.text()
    start = row.time()
    let received = Timestamp(milliseconds: start.milliseconds &+ row.integer())
    let phase = Phase(rawValue: row.int()) ?? .before
    let heaviestTalk = row.optionalInt()
    let saidType = row.optionalInt()
    type = row.optionalInt().flatMap(CallType.init(code:))
    status = CallStatus(code: row.int())
    let flags = CallFlags(rawValue: row.int())
    var fields = CallFields()
    fields.type = saidType.flatMap(CallType.init(code:))
    fields.start = flags.contains(.startSaid) ? start : nil
    fields.hasRecording =
      flags.contains(.recordingSaid) ? flags.contains(.hasRecording) : nil
    fields.caller = row.optionalNumber()
    fields.called = row.optionalNumber()
    fields.outbound = row.optionalNumber()
    clientID = row.optionalInteger()
    client = row.optionalNumber()
    fields.duration = row.optionalInt()
    fields.wait = row.optionalInt()
    fields.talk = row.optionalInt()
    fields.disposition = try phrases.text(row.optionalInteger()).flatMap(Disposition.init)
    let employee = try phrases.employee(row.optionalInteger())
    fields.connectedWith = employee.name
    fields.staffID = employee.staffID
    fields.department = employee.department
    fields.pool = try phrases.text(row.optionalInteger())
    let utm = try phrases.source(row.optionalInteger())
    fields.utmSource = utm[0]
    fields.utmMedium = utm[1]
    fields.utmCampaign = utm[2]
    fields.utmContent = utm[3]
    fields.utmTerm = utm[4]
    let recordingBase = try phrases.text(row.optionalInteger())
    fields.recording = PackedURL.unpack(
      base: recordingBase, rest: row.optionalText(), id: providerID)
    let cardBase = try phrases.text(row.optionalInteger())
    fields.callCard = PackedURL.unpack(base: cardBase, rest: row.optionalText(), id: providerID)
    fields.googleClientID = row.optionalText()
    orderID = row.optionalInteger()
    facetID = row.integer()
    let marks = row.optionalBlob() ?? []
    record =
      status == .notUnderstood
      ? nil
      : CallRecord(
        providerID: providerID, fields: fields,
        weight: Weight(phase: phase, talk: heaviestTalk ?? max(0, fields.talk ?? 0)),
        firstReceived: received, isOutgoingByLink: flags.contains(.outgoingByLink),
        isOnlyFetched: flags.contains(.onlyFetched), marks: marks)
  }

  /// What the call-back rule needs to know; nil where the call could not be read.
  var fact: CallBack.Fact? {
    guard let record, let type else { return nil }
    let times = CallTimes(record)
    return CallBack.Fact(
      id: id, start: start, isOutgoing: type == .outgoing,
      wantsCallBack: status.wantsCallBack(type: type), talk: times.talk ?? 0,
      wait: times.wait ?? 0, connectedWith: record.fields.connectedWith)
  }
}

extension Store {
  /// An index has the answer. Most calls that are looked for are new, and the rest of what stands in
  /// one comes from four tables.
  private static let idByKey = "SELECT id FROM call WHERE provider_id = ? AND integration_id = ?"
  private static let byID = """
    SELECT \(StoredCall.columns) FROM \(StoredCall.tables) WHERE c.id = ?
    """

  /// By the key that deliveries merge on.
  func storedCall(
    _ providerID: String, of integration: Integration.ID
  ) throws(StoreError) -> StoredCall? {
    let id = try connection.firstInteger(Store.idByKey) {
      $0.add(providerID)
      $0.add(integration)
    }
    return try id.flatMap { (id) throws(StoreError) in try storedCall(Call.ID(id)) }
  }

  func storedCall(_ id: Call.ID) throws(StoreError) -> StoredCall? {
    try connection.first(Store.byID, id) { (row: inout Row) throws(StoreError) in
      try StoredCall(row: &row, phrases: phrases)
    }
  }
}
