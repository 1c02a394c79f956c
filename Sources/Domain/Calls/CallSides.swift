/// Which side of a call is the client's, and so whether the call came in or went out.
public struct CallSides: Equatable, Sendable {
  public let type: CallType
  /// The outside party; nil where the number is hidden or the call is internal.
  public let client: PhoneNumber?

  /// The client is the side that is neither one of our numbers, nor a login, nor an extension.
  /// Where both sides look outside (no own numbers are set), `in` and `callback` take the caller's
  /// side and `out` the dialled one; where both are ours the call is internal.
  public init(_ record: CallRecord, own: OwnNumbers) {
    let fields = record.fields
    let isOurs = { (number: PhoneNumber) in own.contains(number) || number == fields.outbound }
    let callerIsOurs = fields.caller.map(isOurs)
    let calledIsOurs = fields.called.map(isOurs)
    if callerIsOurs == true && calledIsOurs == true {
      type = .internal
      client = nil
      return
    }
    type =
      fields.type
      ?? (record.isOutgoingByLink || callerIsOurs == true ? .outgoing : .incoming)
    switch (callerIsOurs, calledIsOurs) {
    case (true, _): client = fields.called
    case (_, true): client = fields.caller
    default: client = type == .outgoing ? fields.called : fields.caller
    }
  }

  /// The number of ours that a call went over: dialled by the client, or shown to him. Nil where
  /// nobody said, and for internal calls.
  public static func line(
    type: CallType?, client: PhoneNumber?, fields: CallFields
  ) -> PhoneNumber? {
    switch type {
    case .outgoing: fields.outbound
    case .incoming, .callback: client == fields.called ? fields.caller : fields.called
    case .internal, nil: nil
    }
  }
}
