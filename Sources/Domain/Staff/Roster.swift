/// All employees, found by what the provider calls them.
public struct Roster: Equatable, Sendable {
  public let employees: [Employee]
  private let byProviderID: [String: Int]
  private let byLine: [PhoneNumber: Int]
  private let byName: [NameKey: Int]

  public init(_ employees: [Employee] = []) {
    self.employees = employees
    var byProviderID: [String: Int] = [:]
    var byLine: [PhoneNumber: Int] = [:]
    var byName: [NameKey: Int] = [:]
    // Of several with the same the first one is meant.
    for (index, employee) in employees.enumerated().reversed() {
      if let id = employee.providerID { byProviderID[id] = index }
      if let number = employee.number { byLine[number] = index }
      if let login = employee.login { byLine[Roster.login(login)] = index }
      byName[NameKey(employee.name)] = index
    }
    self.byProviderID = byProviderID
    self.byLine = byLine
    self.byName = byName
  }

  public subscript(id: Employee.ID) -> Employee? {
    employees.first { $0.id == id }
  }

  /// Who is responsible where nobody in particular is.
  public var system: Employee? {
    employees.first(where: \.isSystem)
  }

  /// Whose line that is.
  public func employee(at line: PhoneNumber?) -> Employee? {
    guard let line else { return nil }
    let index = byLine[line.kind == .login ? Roster.login(line.text) : line]
    return index.map { employees[$0] }
  }

  /// Whom a call was connected with, as the provider says it: by his id, else by a login, an
  /// extension, a number or a name.
  /// - Parameter plan: how a number is read.
  public func employee(
    staffID: String?, connectedWith: String?, plan: NumberPlan
  ) -> Employee? {
    if let index = staffID.flatMap({ byProviderID[$0] }) { return employees[index] }
    guard let text = connectedWith else { return nil }
    return employee(at: plan.number(text)) ?? byName[NameKey(text)].map { employees[$0] }
  }

  /// By the name, as people type it.
  public func employee(named name: String) -> Employee? {
    byName[NameKey(name)].map { employees[$0] }
  }

  /// Logins are the same in any case.
  private static func login(_ text: String) -> PhoneNumber {
    PhoneNumber(kind: .login, text: text.lowercased())
  }
}
