import Domain
import Testing

@testable import TUI

/// The call card as a CRM names it, and where the caller was sent.
@Suite struct CallActivityTests {
  private static let roster = Sample.roster
  private static let missed = Sample.calls.first { $0.id == Call.ID(7) } ?? Sample.calls[0]

  private static func console(
    _ call: Call = missed, routes: [CallRoute] = [], language: Language = .english
  ) -> Console {
    var store = Sample.store
    store.employees = roster.employees
    let story = Sample.missedStory
    store.stories[call.id] = CallStory(
      integration: story.integration, firstReceived: story.firstReceived, fields: story.fields,
      activity: CallActivity(
        call, roster: roster, plan: .ukraine, routed: routes.last?.answer.employee),
      routes: routes, owners: [], isClientByHand: false, isOrderByHand: false, deliveries: [],
      hasEarlier: false)
    return Console(80, 40, store: store, language: language)
  }

  /// What stands in the card, a line's end read as a blank.
  private static func page(_ console: Console) -> String {
    guard case .call(let card) = console.state.layers.last else { return "" }
    return console.state.lines(of: card).map { $0.spans.map(\.text).joined() }
      .joined(separator: "\n")
  }

  @Test func aMissedCallFromANewClient() {
    var console = CallActivityTests.console()
    console.press(.down, .down, .enter)
    let page = CallActivityTests.page(console)
    for line in [
      "Call From     +380 93 555 44 33", "Call To       system user",
      "Phone Number  +380 44 200 00 01", "Direction     incoming",
    ] {
      #expect(page.contains(line), "\(line)")
    }
    #expect(!page.contains("Regarding"))
  }

  @Test func whereHeWasSentAndWhy() {
    let answer = RouteAnswer(
      at: Sample.at("13:58"), integration: Integration.ID(1), scheme: "", call: "1",
      reason: .responsible, employee: Employee.ID(2), destination: "shop_petro")
    var console = CallActivityTests.console(
      routes: [CallRoute(answer, employee: "Петро С. (101)")])
    console.press(.down, .down, .enter)
    let page = CallActivityTests.page(console)
    #expect(page.contains("Call To       Петро С. (101)"))
    #expect(
      page.replacing("\n", with: " ").contains(
        "routed to Петро С. (101) (shop_petro) because he is responsible for the client"))
    console.press(.character("U"))
    #expect(console.state.settings.page == .employees && console.state.screen == .settings)
    #expect(console.state.selectedEmployee?.id == Employee.ID(2))
  }

  @Test func everyReasonHasASentence() {
    for reason in RouteReason.allCases {
      for language in [Language.english, .ukrainian] {
        #expect(!Words(language: language)(reason.sentence).isEmpty)
      }
    }
  }
}
