import Domain

@testable import TUI

/// Employees and where callers are connected.
extension FakeStore {
  mutating func answerRouting(_ effect: Effect) -> [Event] {
    switch effect {
    case .createEmployee(let draft):
      let id = Employee.ID((employees.map(\.id.rawValue).max() ?? 0) + 1)
      employees.append(draft.employee(id, version: 1))
      return [.employeeSaved(employees[employees.count - 1]), .storeChanged]
    case .updateEmployee(let id, let version, let draft):
      guard let index = employees.firstIndex(where: { $0.id == id }) else {
        return [.failed(effect, .gone)]
      }
      employees[index] = draft.employee(id, version: version + 1)
      return [.employeeSaved(employees[index]), .storeChanged]
    case .deleteEmployee(let id):
      employees.removeAll { $0.id == id }
      return [.done(effect), .storeChanged]
    case .changeRoutes(let change): return [.routesChanged(change, routes), .storeChanged]
    default: return []
    }
  }
}

extension EmployeeDraft {
  fileprivate func employee(_ id: Employee.ID, version: Int) -> Employee {
    Employee(
      id: id, version: version, name: name, number: NumberPlan.ukraine.number(number),
      login: login.isEmpty ? nil : login, isAway: isAway)
  }
}
