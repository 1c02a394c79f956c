import Domain
import Testing

@Suite struct EmployeeTests {
  @Test(
    arguments: [
      (EmployeeDraft(name: "Іван", number: "101", login: "shop_ivan"), [:]),
      (EmployeeDraft(name: "Іван", number: "+380 50 111 22 33"), [:]),
      (EmployeeDraft(name: "Іван", login: "ivan@sip.example"), [:]),
      (EmployeeDraft(name: " "), [.name: .noName]),
      (EmployeeDraft(name: "Іван", number: "ivan"), [.number: .notANumber]),
      (EmployeeDraft(name: "Іван", number: "*55#"), [.number: .notANumber]),
      (EmployeeDraft(name: "Іван", login: "101"), [.login: .notALogin]),
      (EmployeeDraft(name: "Іван", login: "i van"), [.login: .notALogin]),
      (EmployeeDraft(name: "Іван", login: "іван"), [.login: .notALogin]),
      (EmployeeDraft(name: "Іван", login: "a\"}\r\n"), [.login: .notALogin]),
      (
        EmployeeDraft(name: "Іван", login: String(repeating: "a", count: 65)), [.login: .notALogin]
      ),
      (
        EmployeeDraft(name: "Іван", crmID: String(repeating: "1", count: 201)),
        [.crmID: .tooLong(limit: 200)]
      ),
    ] as [(EmployeeDraft, [EmployeeDraft.Field: EmployeeDraft.Problem])])
  func problems(
    _ draft: EmployeeDraft, _ problems: [EmployeeDraft.Field: EmployeeDraft.Problem]
  ) {
    #expect(draft.problems(plan: .ukraine) == problems)
  }

  @Test(
    "Whom the provider means",
    arguments: [
      ("40101", nil, 1), ("40101", "Петро", 1), (nil, "SHOP_IVAN", 1), (nil, "101", 1),
      (nil, "0501112233", 2), (nil, "петро  коваль", 2), ("999", "Петро Коваль", 2),
      ("999", nil, nil), (nil, "Хтось", nil), (nil, nil, nil), (nil, "102", nil),
    ] as [(String?, String?, Int64?)])
  func finds(_ staffID: String?, _ connectedWith: String?, _ id: Int64?) {
    let roster = Roster([
      Employee(
        id: Employee.ID(1), name: "Іван", number: number("101"), login: "shop_ivan",
        providerID: "40101"),
      Employee(id: Employee.ID(2), name: "Петро Коваль", number: number("+380501112233")),
    ])
    let found = roster.employee(staffID: staffID, connectedWith: connectedWith, plan: .ukraine)
    #expect(found?.id.rawValue == id)
  }
}
