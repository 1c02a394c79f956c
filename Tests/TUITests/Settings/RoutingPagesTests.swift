import Domain
import Testing

@testable import TUI

/// Employees and call routing among the settings.
@Suite struct RoutingPagesTests {
  private static let ivan = Employee(
    id: Employee.ID(2), version: 3, name: "Іван Коваль", number: Sample.number("101"),
    login: "shop_ivan")
  private static let system = Employee(id: Employee.ID(1), name: "System user", isSystem: true)
  private static let integration = Integration(
    id: Integration.ID(1), name: "Ringostat", token: "secret")
  private static let rules = [
    Route.Entry(id: .init(1), rule: .responsible),
    Route.Entry(id: .init(2), rule: .lastTalked(days: 30)),
    Route.Entry(id: .init(3), rule: .hours(isOpen: false, nil)),
  ]

  private static func console(
    _ columns: Int = 80, _ rows: Int = 24, language: Language = .english
  ) -> Console {
    var store = Sample.store
    store.employees = [ivan, system]
    store.integrations = [integration]
    store.routes = [
      Route(
        id: Route.ID(1), integration: integration.id,
        settings: RouteSettings(
          onlineOnly: true,
          hours: WorkingHours(days: "mon-fri 9-18, sat 10-15", holidays: "01-01")
            ?? WorkingHours(), fallback: .employee(ivan.id)), rules: rules)
    ]
    var console = Console(columns, rows, store: store, language: language)
    console.press(.character("6"))
    return console
  }

  private static func show(_ page: String, _ console: inout Console) {
    console.press(.character(":"))
    console.type(page)
    console.press(.enter)
  }

  /// The lines of the page.
  private static func page(_ console: Console) -> [String] {
    console.screen.split(separator: "\n").filter { $0.contains("│") }.map { line in
      line.filter { $0 != "│" }.trimmed
    }.filter { !$0.isEmpty }
  }

  @Test func whoIsEnteredAndHowHeIsCalled() {
    var console = RoutingPagesTests.console()
    RoutingPagesTests.show("employees", &console)
    #expect(console.screen.contains("[Employees]"))
    let rows = RoutingPagesTests.page(console).map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    #expect(rows == ["Іван Коваль here shop_ivan 101", "system user: System user"])
    #expect(console.state.settings.employees?.count == 2)
  }

  @Test func whoGoesAwayIsAwayWithOneKey() {
    var console = RoutingPagesTests.console()
    RoutingPagesTests.show("employees", &console)
    console.press(.character("a"))
    var draft = EmployeeDraft(RoutingPagesTests.ivan)
    draft.isAway = true
    #expect(
      console.store.written.contains(
        .updateEmployee(RoutingPagesTests.ivan.id, version: 3, draft)))
    #expect(RoutingPagesTests.page(console)[0].contains(" away "))
    // The system user is nobody who goes away, and stays.
    console.press(.down, .character("D"))
    #expect(console.screen.contains("The system user always exists."))
  }

  @Test func anEmployeeIsEnteredInAForm() {
    var console = RoutingPagesTests.console()
    RoutingPagesTests.show("employees", &console)
    console.press(.character("N"))
    #expect(console.screen.contains("New employee"))
    console.press(.function(2))
    #expect(console.state.topForm != nil)
    console.type("Петро")
    console.press(.tab)
    console.type("п")
    console.press(.tab, .backTab)
    #expect(console.screen.contains("A login has Latin letters"))
    console.press(.backspace)
    console.type("petro")
    console.press(.function(2))
    #expect(
      console.store.written.last == .createEmployee(EmployeeDraft(name: "Петро", login: "petro")))
    #expect(console.state.layers.isEmpty && console.screen.contains("Employee Петро is saved."))
  }

  @Test func aChangeOfSomebodyElseIsShownBesideOnesOwn() {
    var console = RoutingPagesTests.console()
    RoutingPagesTests.show("employees", &console)
    console.press(.enter)
    console.type("х")
    let now = Employee(
      id: RoutingPagesTests.ivan.id, version: 4, name: "Іван Коваленко",
      number: Sample.number("101"), login: "shop_ivan")
    console.store.refusal = .employeeConflict(current: now)
    console.press(.function(2))
    #expect(console.state.topComparison != nil)
    console.store.refusal = nil
    console.press(.right, .function(2))
    #expect(
      console.store.written.last
        == .updateEmployee(now.id, version: 4, EmployeeDraft(now)))
  }

  @Test func theRulesInTheirOrder() {
    var console = RoutingPagesTests.console()
    RoutingPagesTests.show("routing", &console)
    #expect(
      RoutingPagesTests.page(console) == [
        "Ringostat · every scheme · JSON number_01 · online only",
        "mon-fri 09:00-18:00, sat 10:00-15:00 · holidays 01-01",
        "1  the client's responsible employee", "2  who talked to him last, within 30 days",
        "3  outside working hours → left to the provider", "else → Іван Коваль",
      ])
    var ukrainian = RoutingPagesTests.console(language: .ukrainian)
    RoutingPagesTests.show("routing", &ukrainian)
    #expect(
      RoutingPagesTests.page(ukrainian).contains(
        "пн-пт 09:00-18:00, сб 10:00-15:00 · свята 01-01"))
  }

  @Test func rulesAreMovedTakenAwayAndMade() {
    var console = RoutingPagesTests.console()
    RoutingPagesTests.show("routing", &console)
    console.press(.character("J"))
    #expect(console.screen.contains("No rule is selected."))
    console.press(.character("D"))
    #expect(console.screen.contains("The route of every scheme stays"))
    console.press(.down, .character("J"))
    #expect(
      console.store.written.last
        == .changeRoutes(.moveRule(.init(1), of: Route.ID(1), by: 1)))
    console.press(.down, .character("D"))
    #expect(
      console.store.written.last == .changeRoutes(.removeRule(.init(2), of: Route.ID(1))))
    console.press(.character("N"))
    #expect(console.screen.contains("New rule"))
    console.type("outside")
    console.press(.enter, .tab)
    console.type("somebody?")
    console.press(.function(2))
    #expect(console.screen.contains("An employee's name, a number or a SIP login."))
    for _ in 0..<9 { console.press(.backspace) }
    console.type("іван коваль")
    console.press(.function(2))
    #expect(
      console.store.written.last
        == .changeRoutes(
          .addRule(
            Integration.ID(1), scheme: "",
            .hours(isOpen: false, .employee(RoutingPagesTests.ivan.id)))))
    #expect(console.state.layers.isEmpty)
  }

  @Test func whatIsSetBesidesTheRules() {
    var console = RoutingPagesTests.console()
    RoutingPagesTests.show("routing", &console)
    console.press(.enter)
    #expect(console.screen.contains("Working hours"))
    console.press(.tab)
    console.type("x y")
    console.press(.function(2))
    #expect(console.screen.contains("Latin letters, digits, _ - ."))
  }

  @Test(
    "At every size",
    arguments: [(80, 24), (60, 15), (120, 40), (200, 60)], [Language.english, .ukrainian])
  func sizes(_ size: (Int, Int), _ language: Language) {
    var console = RoutingPagesTests.console(size.0, size.1, language: language)
    for page in ["employees", "routing"] {
      for key in [Key.up, .character("N"), .escape, .character("e")] {
        if key == .up { RoutingPagesTests.show(page, &console) }
        console.press(key)
        #expect(console.frame.faults.isEmpty)
      }
      console.press(.escape)
    }
  }
}
