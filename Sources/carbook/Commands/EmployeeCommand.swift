import Domain
import Store

/// `carbook employee list|add|set|remove`: what the settings screen's page does.
enum EmployeeCommand {
  enum Verb: String, CaseIterable {
    case list, add, set, remove
  }

  static func run(_ invocation: Invocation, path: String, now: Timestamp) throws {
    guard let verb = Verb(rawValue: invocation.operand) else {
      let verbs = Verb.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError(
        "carbook employee wants one of \(verbs), not \(quoted(invocation.operand)).")
    }
    let store = try Store.open(
      path, access: verb == .list ? .reader : .writer, actor: Actor.current)
    defer { store.close() }
    let name = invocation.secondOperand
    switch verb {
    case .list:
      var writer = invocation.format.writer
      let lines = writer.lines(for: try store.employees().map(Record.init))
      if !lines.isEmpty { try Printer.line(lines.joined(separator: "\n")) }
    case .add:
      let draft = try checked(invocation.staff.applied(to: EmployeeDraft(name: name)))
      let made = try store.createEmployee(draft, plan: .ukraine, now: now)
      try Printer.line("Employee \(made.id.rawValue) is entered.")
    case .set:
      let employee = try employee(name, in: store)
      guard invocation.staff != StaffOptions() else {
        throw UsageError("carbook employee set wants to know what to change: see --help.")
      }
      let draft = try checked(invocation.staff.applied(to: EmployeeDraft(employee)))
      _ = try store.updateEmployee(
        employee.id, version: employee.version, draft: draft, plan: .ukraine, now: now)
      try Printer.line("Employee \(employee.id.rawValue) is changed.")
    case .remove:
      let employee = try employee(name, in: store)
      try store.deleteEmployee(employee.id, now: now)
      try Printer.line("Employee \(employee.id.rawValue) is removed.")
    }
  }

  /// By id, or by the name as people write it.
  static func employee(_ name: String, in store: Store) throws -> Employee {
    let roster = try store.roster()
    let byID = Int64(name).flatMap { roster[Employee.ID($0)] }
    guard let employee = byID ?? roster.employee(named: name) else {
      throw CommandFailure("There is no employee \(quoted(name)): see carbook employee list.")
    }
    return employee
  }

  private static func checked(_ draft: EmployeeDraft) throws -> EmployeeDraft {
    let problems = draft.problems(plan: .ukraine)
    let sentences = EmployeeDraft.Field.allCases.compactMap { field in
      problems[field].map { "\(flag(field)): \($0.sentence(in: .english))" }
    }
    guard sentences.isEmpty else { throw CommandFailure(sentences.joined(separator: " ")) }
    return draft
  }

  private static func flag(_ field: EmployeeDraft.Field) -> String {
    switch field {
    case .name: "The name"
    case .number: CommandOption.number.flag
    case .login: CommandOption.login.flag
    case .crmID: CommandOption.crmID.flag
    case .providerID: CommandOption.staffID.flag
    }
  }
}

/// What `carbook employee` is told of an employee.
struct StaffOptions: Equatable {
  var name: String?
  var number: String?
  var login: String?
  var crmID: String?
  var providerID: String?
  var isAway: Bool?

  func applied(to draft: EmployeeDraft) -> EmployeeDraft {
    EmployeeDraft(
      name: name ?? draft.name, number: number ?? draft.number, login: login ?? draft.login,
      crmID: crmID ?? draft.crmID, providerID: providerID ?? draft.providerID,
      isAway: isAway ?? draft.isAway)
  }

  mutating func set(_ option: CommandOption, to value: String) throws(UsageError) {
    switch option {
    case .rename: name = value
    case .number: number = value
    case .login: login = value
    case .crmID: crmID = value
    case .staffID: providerID = value
    default: isAway = try Invocation.isOn(value, of: option)
    }
  }
}

extension Record {
  init(_ employee: Employee) {
    add("id", .number(Int(employee.id.rawValue)), inTable: true)
    add("name", .text(employee.name), inTable: true)
    add("number", .text(employee.number?.text), inTable: true)
    add("login", .text(employee.login), inTable: true)
    add("staff_id", .text(employee.providerID), inTable: true)
    add("crm_id", .text(employee.crmID), inTable: true)
    add("away", .text(employee.isAway ? "yes" : "no"), inTable: true)
    add("system", .text(employee.isSystem ? "yes" : "no"), inTable: true)
  }
}
