import Domain
import Testing

@testable import TUI

/// From call to call of one client, and back and forward through what was opened.
@Suite struct TravelTests {
  @Test func jAndKGoThroughTheClientsCalls() {
    var console = Console()
    console.press(.down, .character("J"))
    #expect(console.state.log.list.selectedID == Call.ID(11))
    console.press(.character("J"))
    #expect(console.screen.contains("This client has no older call."))
    console.press(.character("K"))
    #expect(console.state.log.list.selectedID == Call.ID(8))
    console.press(.character("K"))
    #expect(console.screen.contains("This client has no newer call."))
  }

  @Test func theyGoOnFarBeyondWhatIsLoaded() {
    var console = Console()
    console.store.calls += Sample.manyCalls(900).map { $0.owned(by: Sample.fleet.reference) }
    console.send(.storeChanged)
    console.press(.down, .character("J"))
    #expect(console.state.log.list.selected?.id == Call.ID(11))
    #expect(console.state.log.list.selectedLine != nil)
  }

  @Test func organizationsAreGoneBackToAsWell() {
    var desk = Desk.sample()
    desk.store.organizations = [
      Organization(id: Organization.ID(1), name: "Автопарк", memberCount: 1)
    ]
    desk.press(.character("2"), .character("w"), .enter, .enter, .character("H"))
    #expect(desk.state.keyContext == .organization)
    #expect(desk.screen.contains("Автопарк ТОВ"))
    desk.press(.character("H"))
    #expect(desk.state.keyContext == .organizations)
    desk.press(.character("H"), .character("L"), .character("L"), .character("L"))
    #expect(desk.state.keyContext == .client)
  }

  @Test func inACardTheyTakeItsPlace() {
    var console = Console()
    console.press(.down, .enter, .character("J"))
    #expect(console.state.layers == [.call(CallCard(Call.ID(11)))])
    console.press(.escape)
    #expect(console.state.log.list.selectedID == Call.ID(11))
  }

  @Test func aCallOfNobodyHasNoOthers() {
    var console = Console()
    for _ in 0..<4 { console.press(.down) }
    console.press(.character("J"))
    #expect(console.screen.contains("Nobody knows whose call this is."))
  }

  @Test func anAnswerThatComesTooLateIsLeftAside() {
    var console = Console()
    console.press(.down)
    console.send(.neighborLoaded(of: Call.ID(7), isOlder: true, Sample.calls[10]))
    #expect(console.state.log.list.selectedID == Call.ID(8))
  }

  static let back: [Key] = [.character("H"), .altLeft]

  @Test(arguments: back) func backAndForwardAsInABrowser(_ back: Key) {
    var console = Console()
    console.press(.down, .enter, .character("c"), .escape, .escape, .character("2"))
    var places: [[Trail.Record]] = []
    for _ in 0..<5 {
      console.press(back)
      places.append(console.state.place.opened)
    }
    let call = Trail.Record.call(Call.ID(8))
    #expect(places == [[], [call], [call, .contact(Sample.olena.id)], [call], []])
    #expect(console.state.screen == .log)
    console.press(back)
    #expect(console.screen.contains("Nothing was opened before this."))
    for _ in 0..<5 { console.press(.character("L")) }
    #expect(console.state.screen == .contacts)
    console.press(.altRight)
    #expect(console.screen.contains("Nothing was opened after this."))
  }

  @Test func whoeverGoesOnForgetsWhatLayAhead() {
    var console = Console()
    console.press(.character("2"), .character("H"), .character("3"), .character("L"))
    #expect(console.state.screen == .orders)
    #expect(console.screen.contains("Nothing was opened after this."))
  }

  @Test func aTrailIsNotEndless() {
    var trail = Trail()
    for _ in 0..<500 { trail.leave(Trail.Place(screen: .log, opened: [])) }
    #expect(trail.behind.count == 100)
  }
}
