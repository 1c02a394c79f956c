import Domain

/// The employees among the settings: who they are, how they are called, whether they are away.
extension ConsoleState {
  /// The one that keys are about.
  var selectedEmployee: Employee? {
    let all = settings.employees ?? []
    return all.first { $0.id == settings.employee } ?? all.first
  }

  mutating func employeesLoaded(_ employees: [Employee]) {
    settings.employeesFreshness.settle()
    settings.employees = employees
  }

  mutating func moveInEmployees(_ action: Action) {
    let all = settings.employees ?? []
    let index = all.firstIndex { $0.id == selectedEmployee?.id } ?? 0
    settings.employee = all[safe: action.moved(index, of: all.count)]?.id
  }

  mutating func performOnEmployees(_ action: Action) -> [Effect] {
    switch action {
    case .newEmployee: openEmployeeForm(nil)
    case .editEmployee: selectedEmployee.map { openEmployeeForm($0) }
    case .toggleAway:
      guard let employee = selectedEmployee else { return [] }
      var draft = EmployeeDraft(employee)
      draft.isAway.toggle()
      return [.updateEmployee(employee.id, version: employee.version, draft)]
    case .deleteEmployee: return selectedEmployee.map { [.deleteEmployee($0.id)] } ?? []
    default: break
    }
    return []
  }

  mutating func openEmployeeForm(_ employee: Employee?) {
    let form = EmployeeForm(employee)
    open(FormDialog(form.form(words), for: .employee(form)))
  }

  /// - Returns: drops the draft of what is stored now.
  mutating func employeeSaved(_ employee: Employee) -> [Effect] {
    settings.employee = employee.id
    message = Message(text: words(.employeeSaved, employee.name), role: .success)
    return formSaved { if case .employee = $0 { true } else { false } }
  }

  /// - Returns: whether what stands on the screen says why.
  mutating func employeeFailed(_ failure: Failure) -> Bool {
    saveFailed { dialog in
      guard case .employee(let form) = dialog.subject,
        case .employeeConflict(let current) = failure
      else { return nil }
      return dialog.form.comparison(
        .conflict(form.id, version: current.version),
        with: EmployeeForm.values(EmployeeDraft(current)))
    }
  }

  // MARK: Drawing

  func drawEmployees(in frame: inout Frame) {
    let columns = layout.body.columns - 4
    let lines = (settings.employees ?? []).map { employeeLine($0, columns: columns) }
    let selected = settings.employees?.firstIndex { $0.id == selectedEmployee?.id }
    drawPage(
      lines, selected: selected, empty: settings.employees == nil ? .loading : .noEmployees,
      in: &frame)
  }

  private func employeeLine(_ employee: Employee, columns: Int) -> PaneLine {
    let name = employee.isSystem ? "\(words(.systemUser)): \(employee.name)" : employee.name
    let width = max(12, columns / 3)
    let login = max(8, columns / 4)
    let state = employee.isSystem ? "" : words(employee.isAway ? .employeeAway : .employeeHere)
    return PaneLine(
      (SafeText.fitted(name, columns: width - 1) + " ", .value),
      (SafeText.fitted(state, columns: 10) + " ", employee.isAway ? .warning : .dim),
      (SafeText.fitted(employee.login ?? "", columns: login - 1) + " ", .plain),
      (employee.number?.grouped ?? "", .plain))
  }
}

extension Bindings {
  static let employees: [Binding] = [
    Binding(
      .character("N"), .function(4), does: .newEmployee, label: .doNewEmployee, hinted: true),
    Binding(.enter, .character("e"), does: .editEmployee, label: .doEdit, hinted: true) {
      $0.selectedEmployee == nil ? .whyNoEmployee : nil
    },
    Binding(.character("a"), does: .toggleAway, label: .doAway, hinted: true) { notSystem($0) },
    Binding(.character("D"), .delete, does: .deleteEmployee, label: .doDelete, hinted: true) {
      notSystem($0)
    },
  ]

  @Sendable private static func notSystem(_ state: ConsoleState) -> Phrase? {
    guard let employee = state.selectedEmployee else { return .whyNoEmployee }
    return employee.isSystem ? .whySystemUser : nil
  }
}

extension Action {
  /// The place that a list's key leads to.
  func moved(_ index: Int, of count: Int) -> Int {
    let target =
      switch self {
      case .up: index - 1
      case .down: index + 1
      case .pageUp: index - 10
      case .pageDown: index + 10
      case .first: 0
      default: count - 1
      }
    return min(max(0, target), max(0, count - 1))
  }
}
