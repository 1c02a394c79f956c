/// What is known of one call beside its row in the log: all that was said of it, by whom it is
/// whose, and the deliveries that said it.
public struct CallStory: Equatable, Sendable {
  /// The project at the provider that the call came from.
  public let integration: String
  /// When it was first heard of; nil where no delivery could be read.
  public let firstReceived: Timestamp?
  /// Merged from all deliveries.
  public let fields: CallFields
  /// As the latest delivery that says them has them.
  public let remarks: [CallRemark: String]
  /// The same as a CRM's card names it; nil where that was not asked for.
  public let activity: CallActivity?
  /// Where the provider was told to send the caller, and why, oldest first.
  public let routes: [CallRoute]
  /// The contacts that have the client's number.
  public let owners: [ContactReference]
  /// Whether somebody has said whose the call is, or that it is nobody's.
  public let isClientByHand: Bool
  /// Whether somebody has said which order it is about, or that it is about none.
  public let isOrderByHand: Bool
  /// The latest, oldest first.
  public let deliveries: [CallDelivery]
  /// Whether there are deliveries before the first of them.
  public let hasEarlier: Bool

  public init(
    integration: String, firstReceived: Timestamp?, fields: CallFields,
    activity: CallActivity? = nil, routes: [CallRoute] = [], remarks: [CallRemark: String] = [:],
    owners: [ContactReference], isClientByHand: Bool, isOrderByHand: Bool,
    deliveries: [CallDelivery], hasEarlier: Bool
  ) {
    self.integration = integration
    self.firstReceived = firstReceived
    self.fields = fields
    self.remarks = remarks
    self.activity = activity
    self.routes = routes
    self.owners = owners
    self.isClientByHand = isClientByHand
    self.isOrderByHand = isOrderByHand
    self.deliveries = deliveries
    self.hasEarlier = hasEarlier
  }
}

/// An answer to the provider's question where to connect a caller, with the employee's name of now.
public struct CallRoute: Equatable, Sendable {
  public let answer: RouteAnswer
  /// Nil where the answer named no employee, or he is not there any more.
  public let employee: String?

  public init(_ answer: RouteAnswer, employee: String?) {
    self.answer = answer
    self.employee = employee
  }
}

/// One delivery about a call, decoded.
public struct CallDelivery: Equatable, Sendable {
  public let received: Timestamp
  public let occasion: Occasion
  public let outcome: JournalEntry.Outcome
  /// What it said; nil where it could not be read.
  public let fields: CallFields?
  /// What the call was once this was taken in; nil where nothing could be read until then.
  public let status: CallStatus?
  /// The request, as lines to be read: whatever it was sent as, one value a line.
  public let text: [String]

  public init(
    received: Timestamp, occasion: Occasion, outcome: JournalEntry.Outcome, fields: CallFields?,
    status: CallStatus?, text: [String]
  ) {
    self.received = received
    self.occasion = occasion
    self.outcome = outcome
    self.fields = fields
    self.status = status
    self.text = text
  }
}
