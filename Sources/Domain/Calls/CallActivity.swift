/// A call as a CRM's activity card names it: who called whom, by which number, about whom.
public struct CallActivity: Equatable, Sendable {
  public enum Direction: String, Sendable {
    case incoming, outgoing
  }

  /// One side of the call.
  public enum Party: Equatable, Sendable {
    case contact(ContactReference)
    /// An outside number that is no contact's, or several contacts'.
    case number(PhoneNumber)
    case employee(Employee)
    /// One of ours whom nobody has entered, as the provider says him.
    case user(String)
  }

  /// Who called, and who was called; nil where the number is hidden.
  public let from: Party?
  public let to: Party?
  /// The number that was dialled: ours when the call came in, the client's when it went out.
  public let number: PhoneNumber?
  /// Nil for what could not be read.
  public let direction: Direction?
  /// The client's contact.
  public let regarding: ContactReference?

  /// - Parameters:
  ///   - plan: how the provider's names of lines are read.
  ///   - routed: whom the caller was sent to, where nobody is known to have talked to him.
  public init(_ call: Call, roster: Roster, plan: NumberPlan, routed: Employee.ID? = nil) {
    guard let type = call.type else {
      (from, to, number, direction, regarding) = (nil, nil, nil, nil, nil)
      return
    }
    let client = call.contact.map(Party.contact) ?? call.client.map(Party.number)
    regarding = call.contact
    let named = CallActivity.named(call, roster: roster, plan: plan)
    switch type {
    case .incoming, .callback:
      (from, to) = (client, named ?? CallActivity.unnamed(roster, routed))
      number = call.line ?? call.called
      direction = .incoming
    case .outgoing:
      (from, to) = (named ?? CallActivity.unnamed(roster, nil), client)
      number = call.client
      direction = .outgoing
    case .internal:
      from = call.caller.map { CallActivity.party($0, roster) }
      to = call.called.map { CallActivity.party($0, roster) } ?? named
      number = call.called
      direction = .outgoing
    }
  }

  /// The employee among the two, whichever side he is on.
  public var employee: Employee? {
    for case .employee(let employee)? in [from, to] { return employee }
    return nil
  }

  /// Whom the provider names on our side, else whose line it is; nil where neither is said.
  private static func named(_ call: Call, roster: Roster, plan: NumberPlan) -> Party? {
    if let employee = roster.employee(
      staffID: call.staffID, connectedWith: call.connectedWith, plan: plan)
    {
      return .employee(employee)
    }
    let ours = [call.caller, call.called].compactMap { $0 }.filter { $0 != call.client }
    if let employee = ours.lazy.compactMap({ roster.employee(at: $0) }).first {
      return .employee(employee)
    }
    if let said = call.connectedWith { return .user(said) }
    return ours.first(where: \.isInternal).map { .user($0.text) }
  }

  /// Nobody is known: he whom the caller was sent to, else the user who stands for all.
  private static func unnamed(_ roster: Roster, _ routed: Employee.ID?) -> Party? {
    (routed.flatMap { roster[$0] } ?? roster.system).map(Party.employee)
  }

  private static func party(_ line: PhoneNumber, _ roster: Roster) -> Party {
    roster.employee(at: line).map(Party.employee)
      ?? (line.isInternal ? .user(line.text) : .number(line))
  }
}
