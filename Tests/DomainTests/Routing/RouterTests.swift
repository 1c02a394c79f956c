import Domain
import Testing

@Suite struct RouterTests {
  private static let ivan = Employee.ID(1)
  private static let petro = Employee.ID(2)
  private static let night = Employee.ID(3)
  private static let nobody = Employee.ID(9)

  private static func roster(away: Set<Employee.ID> = []) -> Roster {
    Roster([
      Employee(
        id: ivan, name: "Іван", number: number("101"), login: "Shop_Ivan",
        isAway: away.contains(ivan)),
      Employee(
        id: petro, name: "Петро", number: number("0501112233"), isAway: away.contains(petro)),
      Employee(id: night, name: "Нічний", login: "night", isAway: away.contains(night)),
      Employee(id: Employee.ID(4), name: "Без лінії"),
    ])
  }

  private static func route(_ rules: RoutingRule..., settings: RouteSettings = RouteSettings())
    -> Route
  {
    Route(
      id: Route.ID(1), integration: Integration.ID(1), settings: settings,
      rules: rules.enumerated().map { .init(id: .init(Int64($0)), rule: $1) })
  }

  /// Tuesday, noon in Kyiv.
  private static let noon = utc("2026-11-24 10:00:00")

  private static func decide(
    _ route: Route, away: Set<Employee.ID> = [], online: Set<String>? = nil,
    at now: Timestamp = noon, named: [RoutingRule: Employee.ID] = [:]
  ) -> Router.Decision {
    Router(route, roster: roster(away: away), zone: .kyiv, online: online)
      .decide(at: now) { named[$0] }
  }

  @Test func theFirstRuleThatNamesSomebodyAnswers() {
    let route = RouterTests.route(.responsible, .lastTalked(days: 30), .openOrder)
    let last = RouterTests.decide(
      route, named: [.lastTalked(days: 30): RouterTests.petro, .openOrder: RouterTests.ivan])
    #expect(last.reason == .lastTalked && last.employee == RouterTests.petro)
    #expect(last.destination == "380501112233")
    #expect(last.steps.map(\.outcome) == [.names, .answered])
    let own = RouterTests.decide(route, named: [.responsible: RouterTests.ivan])
    // His soft phone before his telephone.
    #expect(own.reason == .responsible && own.destination == "Shop_Ivan")
  }

  @Test func whoCannotBeCalledIsPassedOver() {
    let route = RouterTests.route(.responsible, .openOrder)
    let named: [RoutingRule: Employee.ID] = [
      .responsible: RouterTests.ivan, .openOrder: RouterTests.petro,
    ]
    let away = RouterTests.decide(route, away: [RouterTests.ivan], named: named)
    #expect(away.reason == .openOrder)
    #expect(away.steps.map(\.outcome) == [.away(RouterTests.ivan), .answered])
    let mute = RouterTests.decide(
      route, named: [.responsible: Employee.ID(4), .openOrder: RouterTests.nobody])
    #expect(mute.reason == .nobody && mute.destination == nil)
    #expect(mute.steps.map(\.outcome) == [.noLine(Employee.ID(4)), .names])
  }

  @Test(
    "Only those who are online, where that is known",
    arguments: [
      (true, ["shop_ivan"], "Shop_Ivan"), (true, ["night"], "380501112233"),
      (true, nil, "Shop_Ivan"), (false, [], "Shop_Ivan"),
      // A telephone is not among the logins: it is called.
      (true, [], "380501112233"),
    ] as [(Bool, Set<String>?, String)])
  func online(_ isAsked: Bool, _ online: Set<String>?, _ destination: String) {
    let route = RouterTests.route(
      .responsible, .openOrder, settings: RouteSettings(onlineOnly: isAsked))
    let decision = RouterTests.decide(
      route, online: online,
      named: [.responsible: RouterTests.ivan, .openOrder: RouterTests.petro])
    #expect(decision.destination == destination)
  }

  @Test func workingHoursSendOrLeaveTheCaller() throws {
    let hours = try #require(WorkingHours(days: "mon-fri 9-18", holidays: "2026-11-25"))
    let settings = RouteSettings(
      hours: hours, fallback: .line(try #require(number("0441234567"))))
    let route = RouterTests.route(
      .hours(isOpen: false, .employee(RouterTests.night)), .responsible,
      .hours(isOpen: true, .line(try #require(number("200")))), settings: settings)
    let open = RouterTests.decide(route)
    #expect(open.reason == .open && open.destination == "200")
    #expect(open.steps.map(\.outcome) == [.notNow, .names, .answered])
    let evening = RouterTests.decide(route, at: utc("2026-11-24 16:00:00"))
    #expect(evening.reason == .closed && evening.destination == "night")
    let holiday = RouterTests.decide(
      route, away: [RouterTests.night], at: utc("2026-11-25 10:00:00"))
    #expect(holiday.reason == .fallback && holiday.destination == "380441234567")
    let closed = RouterTests.route(.hours(isOpen: false, nil), settings: settings)
    let left = RouterTests.decide(closed, at: utc("2026-11-24 16:00:00"))
    #expect(left.reason == .closed && left.destination == nil)
  }

  @Test func whatIsLeftIsTheDefault() {
    let settings = RouteSettings(fallback: .employee(RouterTests.petro))
    let route = RouterTests.route(.responsible, settings: settings)
    #expect(RouterTests.decide(route).reason == .fallback)
    #expect(RouterTests.decide(route).destination == "380501112233")
    let away = RouterTests.decide(route, away: [RouterTests.petro])
    #expect(away.reason == .nobody && away.destination == nil)
    let router = Router(route, roster: RouterTests.roster(), zone: .kyiv)
    #expect(router.late.reason == .late && router.late.destination == "380501112233")
    #expect(router.off.destination == nil)
  }
}
