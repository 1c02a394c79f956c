/// A call as the log shows it: what the provider said, and whose it is.
public struct Call: Equatable, Sendable {
  public typealias ID = Identifier<Call>

  public let id: ID
  public let providerID: String
  /// Nil where the delivery was not understood.
  public let type: CallType?
  public let phase: Phase
  public let disposition: Disposition?
  public let start: Timestamp
  /// Seconds; nil where not known.
  public let wait: Int?
  public let talk: Int?
  public let caller: PhoneNumber?
  public let called: PhoneNumber?
  /// The number of ours that the call went over.
  public let line: PhoneNumber?
  /// The outside party; nil where hidden, internal or not understood.
  public let client: PhoneNumber?
  public let pool: String?
  public let connectedWith: String?
  /// The provider's id of him.
  public let staffID: String?
  public let source: Source
  /// The link; nil where the provider has none, whatever address it sent.
  public let recording: String?
  /// Whose the call is: the one contact that owns the number, or the one chosen by hand.
  public let contact: ContactReference?
  /// How many contacts own the client's number now.
  public let ownerCount: Int
  public let order: OrderReference?
  public let comments: [SystemComment]
  public let note: String?
  /// The place in the log it was read from; by date unless that was sorted otherwise.
  public var position: LogPosition

  public init(
    id: ID, providerID: String, type: CallType?, phase: Phase, disposition: Disposition?,
    start: Timestamp, wait: Int?, talk: Int?, caller: PhoneNumber?, called: PhoneNumber?,
    line: PhoneNumber? = nil, client: PhoneNumber?, pool: String?, connectedWith: String?,
    staffID: String? = nil, source: Source, recording: String?, contact: ContactReference?,
    ownerCount: Int, order: OrderReference?, comments: [SystemComment], note: String?
  ) {
    self.id = id
    self.providerID = providerID
    self.type = type
    self.phase = phase
    self.disposition = disposition
    self.start = start
    self.wait = wait
    self.talk = talk
    self.caller = caller
    self.called = called
    self.line = line
    self.client = client
    self.pool = pool
    self.connectedWith = connectedWith
    self.staffID = staffID
    self.source = source
    self.recording = recording
    self.contact = contact
    self.ownerCount = ownerCount
    self.order = order
    self.comments = comments
    self.note = note
    position = LogPosition(start: start, id: id)
  }

  /// - Parameter now: decides between a live call and one whose end never came.
  public func status(at now: Timestamp) -> CallStatus {
    guard let type else { return .notUnderstood }
    return CallStatus(
      type: type, phase: phase, disposition: disposition, talk: talk, start: start, now: now)
  }

  /// The longest note, in characters.
  public static let noteLimit = 4000

  /// A client nobody has entered yet.
  public var isFromNewClient: Bool {
    contact == nil && ownerCount == 0 && (client.map { !$0.isInternal } ?? false)
  }
}
