/// What the provider's address book has still to be told, and why it was not told if it was tried.
public struct OutboxItem: Equatable, Sendable {
  public typealias ID = Identifier<OutboxItem>

  public enum Subject: Hashable, Sendable {
    case contact(Contact.ID)
    case organization(Organization.ID)
    /// It calls for the first time: "New client on Carbook".
    case number(PhoneNumber)
  }

  public let id: ID
  public let integration: Integration.ID
  public let subject: Subject
  /// The contact's or organization's name; nil for one without.
  public let name: String?
  /// The contact's main number, or the one that calls.
  public let number: PhoneNumber?
  /// When it was put there first.
  public let queued: Timestamp
  /// Why it is kept until somebody says `retry` or `drop`; nil where it waits for its turn.
  public let problem: ProviderProblem?

  public init(
    id: ID, integration: Integration.ID, subject: Subject, name: String?, number: PhoneNumber?,
    queued: Timestamp, problem: ProviderProblem?
  ) {
    self.id = id
    self.integration = integration
    self.subject = subject
    self.name = name
    self.number = number
    self.queued = queued
    self.problem = problem
  }
}

/// A stretch of the outbox: what was refused first, then what waits, oldest first.
public struct OutboxRequest: Hashable, Sendable {
  /// What was refused stands before what waits.
  public struct Position: Hashable, Sendable {
    public let isWaiting: Bool
    public let id: OutboxItem.ID

    public init(isWaiting: Bool, id: OutboxItem.ID) {
      self.isWaiting = isWaiting
      self.id = id
    }
  }

  public var anchor: Anchor<Position>
  public var limit: Int

  public init(anchor: Anchor<Position>, limit: Int) {
    self.anchor = anchor
    self.limit = limit
  }
}

extension OutboxItem {
  public var position: OutboxRequest.Position {
    OutboxRequest.Position(isWaiting: problem == nil, id: id)
  }
}
