/// What one delivery says of a call.
public struct CallEvent: Equatable, Sendable {
  /// The provider's id of the call, or a stable key derived from its parts: events merge on it.
  public var providerID: String
  public var occasion: Occasion
  public var received: Timestamp
  public var fields: CallFields
  /// No webhook said it: the provider was asked.
  public var isFetched: Bool

  public init(
    providerID: String, occasion: Occasion, received: Timestamp,
    fields: CallFields = CallFields(), isFetched: Bool = false
  ) {
    self.providerID = providerID
    self.occasion = occasion
    self.received = received
    self.fields = fields
    self.isFetched = isFetched
  }

  /// How far the call had come, by what is said rather than by the link it came by: talk, or an
  /// ended call with any duration, is final on every link.
  public var phase: Phase {
    if (fields.talk ?? 0) > 0 { return .after }
    let hasDuration = (fields.duration ?? 0) > 0 || (fields.wait ?? 0) > 0
    if let disposition = fields.disposition {
      if disposition.isFinal && hasDuration { return .after }
      // Going on now, so not ended by whatever link, and nobody has answered yet.
      if !disposition.isFinal && occasion.phase == .after { return .before }
    }
    return occasion.phase
  }

  public var weight: Weight {
    Weight(phase: phase, talk: max(0, fields.talk ?? 0))
  }
}

/// How much an event knows: of two events that say different things the weightier is believed,
/// whichever came first.
public struct Weight: Hashable, Comparable, Sendable {
  public let phase: Phase
  /// Seconds; 0 where the event says nothing of it.
  public let talk: Int

  public init(phase: Phase, talk: Int) {
    self.phase = phase
    self.talk = talk
  }

  public static func < (left: Weight, right: Weight) -> Bool {
    (left.phase, left.talk) < (right.phase, right.talk)
  }
}
