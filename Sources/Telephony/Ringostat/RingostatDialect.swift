import Domain

/// Ringostat's webhooks ("Webhooks 2.0"): what they say, and what they want to hear.
///
/// Safe to use from any thread. Reading is a pure function: the same delivery always gives the same
/// reading, so a journal can be replayed.
public struct RingostatDialect: Sendable {
  private let dates: DateReader
  private let parties: PartyReader

  /// - Parameters:
  ///   - zone: the provider's project's, in which it writes dates without an offset.
  ///   - plan: the country that numbers without a country code belong to.
  public init(zone: Zone, plan: NumberPlan) {
    dates = DateReader(zone: zone)
    parties = PartyReader(plan: plan)
  }

  /// Takes any method, and parameters from the query, the body (form, multipart form, JSON,
  /// JSON-RPC, whatever its media type says) and, where the call's id is one, header fields.
  public func read(_ delivery: Delivery) -> Reading {
    read(Parameters(delivery), of: delivery)
  }

  /// What the delivery says, and the body of the 200 that the provider waits for: a JSON-RPC request
  /// gets a result under its own id (null for a request without one), anything else two letters.
  public func receive(
    _ delivery: Delivery
  ) -> (reading: Reading, reply: (mediaType: String, body: [UInt8])) {
    let parameters = Parameters(delivery)
    let reading = read(parameters, of: delivery)
    guard let id = parameters.requestID else {
      return (reading, ("text/plain", Array("ok".utf8)))
    }
    let json = "{\"jsonrpc\":\"2.0\",\"id\":\(id),\"result\":true}"
    return (reading, ("application/json", Array(json.utf8)))
  }

  private func read(_ parameters: Parameters, of delivery: Delivery) -> Reading {
    let id = parameters.first(.id, ValueReader.callID)
    let fields = fields(parameters, of: delivery, id: id)
    guard let key = id ?? derivedID(fields, of: delivery) else {
      return .notUnderstood(key: RingostatDialect.rawKey(delivery))
    }
    return .event(
      CallEvent(
        providerID: key, occasion: delivery.occasion, received: delivery.received, fields: fields))
  }

  /// What the delivery says of the call that no rule reckons with.
  public func remarks(in delivery: Delivery) -> [CallRemark: String] {
    let parameters = Parameters(delivery)
    let said = CallRemark.allCases.compactMap { remark in
      parameters.first(of: remark.names, ValueReader.text).map { (remark, $0) }
    }
    return Dictionary(uniqueKeysWithValues: said)
  }

  /// Of a request's header fields those that `read` looks at: none where the call's id is not one of
  /// them. Credentials and cookies never are.
  public static func relevant(
    _ headers: [(name: String, value: String)]
  ) -> [(name: String, value: String)] {
    Parameters.relevant(headers)
  }

  func fields(_ parameters: Parameters, of delivery: Delivery, id: String?) -> CallFields {
    var fields = CallFields()
    fields.type = parameters.first(.type, ValueReader.type)
    fields.start = parameters.first(.start) {
      dates.timestamp($0, id: id, received: delivery.received)
    }
    setSides(of: &fields, parameters, isOutgoing: RingostatDialect.isOutgoing(fields, delivery))
    fields.disposition = parameters.first(.result, ValueReader.disposition)
    fields.duration =
      parameters.first(.duration, ValueReader.seconds)
      ?? parameters.first(.durationInMilliseconds, ValueReader.milliseconds)
    fields.wait = parameters.first(.wait, ValueReader.seconds)
    fields.talk = parameters.first(.talk, ValueReader.seconds)
    fields.connectedWith = parameters.first(.connectedWith, ValueReader.text)
    fields.staffID = parameters.first(.staffID, ValueReader.text)
    fields.department = parameters.first(.department, ValueReader.text)
    fields.pool = parameters.first(.pool, ValueReader.text)
    fields.utmSource = parameters.first(.utmSource, ValueReader.utm)
    fields.utmMedium = parameters.first(.utmMedium, ValueReader.utm)
    fields.utmCampaign = parameters.first(.utmCampaign, ValueReader.utm)
    fields.utmContent = parameters.first(.utmContent, ValueReader.utm)
    fields.utmTerm = parameters.first(.utmTerm, ValueReader.utm)
    fields.recording = parameters.first(.recording, ValueReader.link)
    fields.hasRecording = parameters.first(.hasRecording, ValueReader.flag)
    fields.callCard = parameters.first(.callCard, ValueReader.link)
    fields.googleClientID = parameters.first(.googleClientID, ValueReader.text)
    return fields
  }

  /// `userfield` and `E164` hold the client's number, which side that is depends on the call. An
  /// incoming or callback call's client is the caller. An outgoing one's is the dialled side, but
  /// where the call was started through the API our login is the dialled side and the client the
  /// caller. Which side the client is at last `CallSides` decides, with our own numbers at hand.
  private func setSides(
    of fields: inout CallFields, _ parameters: Parameters, isOutgoing: Bool
  ) {
    fields.caller = parameters.first(.caller, parties.number)
    fields.called = parameters.first(.called, parties.number)
    fields.outbound = parameters.first(.outbound, parties.number)
    guard let client = parameters.first(.client, parties.number) else { return }
    if !isOutgoing || fields.called?.isInternal == true {
      fields.caller = fields.caller ?? client
    } else {
      fields.called = fields.called ?? client
    }
  }

  private static func isOutgoing(_ fields: CallFields, _ delivery: Delivery) -> Bool {
    fields.type.map { $0 == .outgoing } ?? delivery.occasion.isOutgoing
  }

  /// A key for a call without an id, from its kind, its two numbers and its start; nil where
  /// neither the start nor both numbers are known. Without a start the hour of the receipt stands
  /// in, or all calls between two numbers would become one. Hashed: ids are not personal data.
  private func derivedID(_ fields: CallFields, of delivery: Delivery) -> String? {
    guard fields.start != nil || (fields.caller != nil && fields.called != nil) else { return nil }
    let type: CallType =
      RingostatDialect.isOutgoing(fields, delivery) ? .outgoing : fields.type ?? .incoming
    let start =
      fields.start.map { "\($0.seconds)" } ?? "hour \(delivery.received.seconds / 3600)"
    let parts = [type.rawValue, fields.caller?.text ?? "", fields.called?.text ?? "", start]
    return "derived-" + StableKey.hash(parts.joined(separator: "\n").utf8)
  }

  private static func rawKey(_ delivery: Delivery) -> String {
    "raw-" + StableKey.hash(Array((delivery.query ?? "").utf8) + [0x0A] + delivery.body)
  }
}
