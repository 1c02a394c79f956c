import Domain

extension CallBackEntry: ListRow {
  /// Who is to be called: the contact whatever number he called from, else the number.
  public enum ID: Hashable, Sendable {
    case contact(Contact.ID)
    case number(PhoneNumber)
  }

  public struct Position: Hashable, Sendable {
    let since: Timestamp
    let lastMiss: Call.ID
  }

  public var id: ID {
    contact.map { .contact($0.id) } ?? .number(number)
  }

  public var position: Position {
    Position(since: callBack.firstMissStart, lastMiss: callBack.lastMiss)
  }

  /// The longest waiting first.
  public static func precedes(_ left: Position, _ right: Position) -> Bool {
    (left.since, left.lastMiss.rawValue) < (right.since, right.lastMiss.rawValue)
  }
}
