/// All that the deliveries of one call have said, merged field by field.
///
/// Merging is commutative, associative and idempotent: each field holds the maximum of what was
/// said of it, ordered by the weight of the event that said it and then by value. So the result
/// never depends on the order of arrival, and a repeat changes nothing.
public struct CallRecord: Equatable, Sendable {
  public let providerID: String
  public private(set) var fields: CallFields
  /// Weight of the heaviest event so far.
  public private(set) var weight: Weight
  /// When the call was first heard of.
  public private(set) var firstReceived: Timestamp
  /// Whether any event came by a link for outgoing calls: a hint where no event names the type.
  public private(set) var isOutgoingByLink: Bool
  /// Whether no webhook has told us of the call.
  public private(set) var isOnlyFetched: Bool
  /// By `CallField.rawValue`; without meaning where the field is absent.
  private var weights: [Weight]

  public init(_ event: CallEvent) {
    providerID = event.providerID
    fields = event.fields
    weight = event.weight
    firstReceived = event.received
    isOutgoingByLink = event.occasion.isOutgoing
    isOnlyFetched = event.isFetched
    weights = Array(repeating: event.weight, count: CallField.allCases.count)
  }

  /// For the store: a record read back. `marks` tells the fields that weigh less than `weight`.
  public init(
    providerID: String, fields: CallFields, weight: Weight, firstReceived: Timestamp,
    isOutgoingByLink: Bool, isOnlyFetched: Bool = false, marks: [UInt8]
  ) {
    self.providerID = providerID
    self.fields = fields
    self.weight = weight
    self.firstReceived = firstReceived
    self.isOutgoingByLink = isOutgoingByLink
    self.isOnlyFetched = isOnlyFetched
    weights = Array(repeating: weight, count: CallField.allCases.count)
    for mark in WeightMark.decode(marks) {
      for field in CallField.allCases where mark.contains(field) {
        weights[Int(field.rawValue)] = mark.weight
      }
    }
  }

  /// The fields that weigh less than the whole, in a few bytes; empty for most calls.
  public var marks: [UInt8] {
    guard weights.contains(where: { $0 != weight }) else { return [] }
    var marks: [WeightMark] = []
    for field in CallField.allCases where isPresent(field) {
      let weight = weights[Int(field.rawValue)]
      guard weight != self.weight else { continue }
      if let index = marks.firstIndex(where: { $0.weight == weight }) {
        marks[index].insert(field)
      } else {
        marks.append(WeightMark(weight: weight, field: field))
      }
    }
    return WeightMark.encode(marks)
  }

  public mutating func merge(_ event: CallEvent) {
    weight = max(weight, event.weight)
    firstReceived = min(firstReceived, event.received)
    isOutgoingByLink = isOutgoingByLink || event.occasion.isOutgoing
    isOnlyFetched = isOnlyFetched && event.isFetched
    join(event, .type, \.type) { $0.rawValue.utf8Precedes($1.rawValue) }
    join(event, .caller, \.caller) { $0.text.utf8Precedes($1.text) }
    join(event, .called, \.called) { $0.text.utf8Precedes($1.text) }
    join(event, .outbound, \.outbound) { $0.text.utf8Precedes($1.text) }
    join(event, .start, \.start, precedes: <)
    join(event, .duration, \.duration, precedes: <)
    join(event, .wait, \.wait, precedes: <)
    join(event, .talk, \.talk, precedes: <)
    join(event, .disposition, \.disposition, rank: \.rank) { $0.raw.utf8Precedes($1.raw) }
    join(event, .hasRecording, \.hasRecording) { !$0 && $1 }
    for (field, path) in CallRecord.textFields {
      join(event, field, path) { $0.utf8Precedes($1) }
    }
  }

  /// Takes the event's value where it knows more: phase, then rank (results only), then talk, then
  /// the later value.
  private mutating func join<Value: Equatable>(
    _ event: CallEvent, _ field: CallField, _ path: WritableKeyPath<CallFields, Value?>,
    rank: (Value) -> Int = { _ in 0 }, precedes: (Value, Value) -> Bool
  ) {
    guard let value = event.fields[keyPath: path] else { return }
    let incoming = event.weight
    let index = Int(field.rawValue)
    let present = weights[index]
    guard let current = fields[keyPath: path] else {
      fields[keyPath: path] = value
      weights[index] = incoming
      return
    }
    let isBetter =
      if incoming.phase != present.phase {
        present.phase < incoming.phase
      } else if rank(value) != rank(current) {
        rank(current) < rank(value)
      } else if incoming.talk != present.talk { present.talk < incoming.talk } else {
        precedes(current, value)
      }
    guard isBetter else { return }
    fields[keyPath: path] = value
    weights[index] = incoming
  }

  private func isPresent(_ field: CallField) -> Bool {
    switch field {
    case .type: fields.type != nil
    case .caller: fields.caller != nil
    case .called: fields.called != nil
    case .outbound: fields.outbound != nil
    case .start: fields.start != nil
    case .duration: fields.duration != nil
    case .wait: fields.wait != nil
    case .talk: fields.talk != nil
    case .disposition: fields.disposition != nil
    case .hasRecording: fields.hasRecording != nil
    default:
      CallRecord.textFields.contains { $0.0 == field && fields[keyPath: $0.1] != nil }
    }
  }

  // Computed: key paths are not Sendable, so they cannot stand in a shared constant.
  private static var textFields: [(CallField, WritableKeyPath<CallFields, String?>)] {
    [
      (.connectedWith, \.connectedWith), (.staffID, \.staffID), (.department, \.department),
      (.pool, \.pool), (.utmSource, \.utmSource), (.utmMedium, \.utmMedium),
      (.utmCampaign, \.utmCampaign), (.utmContent, \.utmContent), (.utmTerm, \.utmTerm),
      (.recording, \.recording), (.callCard, \.callCard), (.googleClientID, \.googleClientID),
    ]
  }

  // Absent fields have no weight worth comparing.
  public static func == (left: CallRecord, right: CallRecord) -> Bool {
    left.providerID == right.providerID && left.fields == right.fields
      && left.weight == right.weight && left.firstReceived == right.firstReceived
      && left.isOutgoingByLink == right.isOutgoingByLink
      && left.isOnlyFetched == right.isOnlyFetched && left.marks == right.marks
  }
}

extension String {
  /// Byte-wise order: the same on every machine and in every locale.
  func utf8Precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
