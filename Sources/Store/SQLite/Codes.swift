import Domain

/// What stands in the store for an enumeration's cases: the place in a list that is only ever
/// appended to. 0 and 1 take no byte in a row, so the most frequent come first.
private let callTypes: [CallType] = [.incoming, .outgoing, .callback, .internal]
private let callStatuses: [CallStatus] = [
  .answered, .missed, .notReached, .ringing, .talking, .busy, .failed, .refused, .voicemail,
  .unknown, .other, .notUnderstood,
]

extension CallType {
  var code: Int { callTypes.firstIndex(of: self) ?? 0 }

  init?(code: Int) {
    guard callTypes.indices.contains(code) else { return nil }
    self = callTypes[code]
  }
}

extension CallStatus {
  var code: Int { callStatuses.firstIndex(of: self) ?? 0 }

  init(code: Int) {
    self = callStatuses.indices.contains(code) ? callStatuses[code] : .other
  }
}

/// What a call has besides its columns.
struct CallFlags: OptionSet {
  let rawValue: Int

  static let outgoingByLink = CallFlags(rawValue: 1)
  /// The provider named the start; else it was derived.
  static let startSaid = CallFlags(rawValue: 2)
  static let recordingSaid = CallFlags(rawValue: 4)
  static let hasRecording = CallFlags(rawValue: 8)
  static let onlyFetched = CallFlags(rawValue: 16)
}
