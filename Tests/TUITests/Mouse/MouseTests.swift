import Domain
import Testing

@testable import TUI

/// What clicks and the wheel do.
@Suite struct MouseTests {
  private func event(
    _ action: MouseEvent.Action, _ column: Int, _ row: Int
  ) -> Event {
    .key(.mouse(MouseEvent(action: action, position: Position(column: column, row: row))))
  }

  /// Where a text stands on the screen.
  private func place(of text: String, on frame: Frame) throws -> (column: Int, row: Int) {
    for (row, line) in frame.text.enumerated() {
      guard let range = line.range(of: text) else { continue }
      return (DisplayWidth.of(line[..<range.lowerBound]), row)
    }
    throw Missing(text: text)
  }

  private struct Missing: Error {
    let text: String
  }

  private func click(
    _ text: String, _ desk: inout Desk, _ action: MouseEvent.Action = .press
  ) throws {
    let (column, row) = try place(of: text, on: desk.frame)
    desk.send(event(action, column, row))
  }

  @Test func aClickSelectsARow() throws {
    var desk = Desk.golden(80, 24)
    try click("+380 93 555 44 33", &desk)
    #expect(desk.state.log.list.selected?.client == Sample.number("0935554433"))
    try click("+380 50 123 45 67", &desk)
    #expect(desk.state.log.list.selected?.client == Sample.number("0501234567"))
    #expect(desk.state.layers.isEmpty)
  }

  @Test func aSecondClickOpensIt() throws {
    var desk = Desk.golden(80, 24)
    try click("+380 93 555 44 33", &desk)
    try click("+380 93 555 44 33", &desk, .doublePress)
    #expect(desk.state.keyContext == .call)
    #expect(desk.state.currentCall?.client == Sample.number("0935554433"))
  }

  /// The first row moves down while a new one comes: what is meant was the first click's.
  @Test func aRowThatCameInBetweenIsNotOpened() throws {
    var console = Console()
    let (column, row) = try place(of: "+380 50 123 45 67", on: console.frame)
    console.send(event(.press, column, row))
    console.arrive(PromptTests.second)
    #expect(console.frame.text[row].contains("+380 97 777 77 77"))
    console.send(event(.doublePress, column, row))
    #expect(console.state.layers.isEmpty)
    #expect(console.state.log.list.selected?.id == PromptTests.second.id)
  }

  @Test func theWheelMovesTheList() {
    var desk = Desk.golden(80, 24)
    let rank = { (desk: Desk) in desk.state.log.list.rank }
    desk.send(event(.wheelDown, 10, 6))
    #expect(rank(desk) == 4)
    desk.send(event(.wheelUp, 10, 6))
    #expect(rank(desk) == 1)
    // A pane has nothing to scroll, the other lines are none of the list's.
    for row in [16, 0, 23] { desk.send(event(.wheelDown, 10, row)) }
    #expect(rank(desk) == 1)
  }

  @Test func theWheelScrollsACard() {
    var desk = Desk.golden(80, 24)
    desk.press(.character("?"))
    desk.send(event(.wheelDown, 10, 6))
    guard case .help(let help) = desk.state.layers.last else {
      Issue.record("the help is not open")
      return
    }
    #expect(help.scroll == 3)
  }

  @Test func aClickOnAHintDoesWhatItsKeyDoes() throws {
    var desk = Desk.golden(80, 24)
    try click("c contact", &desk)
    #expect(desk.state.keyContext == .client)
    try click("Esc close", &desk)
    #expect(desk.state.layers.isEmpty)
    try click("F1 help", &desk)
    #expect(desk.state.keyContext == .help)
  }

  @Test func aClickOnATabShowsItsScreen() throws {
    var desk = Desk.golden(80, 24)
    try click("3 Orders", &desk)
    #expect(desk.state.screen == .orders)
    desk.press(.character("H"))
    #expect(desk.state.screen == .log)
  }

  @Test func aClickOnTheQuestionOpensIt() throws {
    var desk = Desk.golden(80, 24)
    try click("☎ New client", &desk)
    #expect(desk.state.keyContext == .dialog)
  }

  @Test func aClickGoesToAField() throws {
    var desk = Desk.golden(80, 24)
    desk.press(.character("2"), .down, .character("e"))
    try click("olena@example.com", &desk)
    #expect(desk.state.topForm?.form.focusedField.id == "emails")
  }

  @Test func aClickTakesWhatIsOffered() throws {
    var desk = Desk.golden(80, 24)
    Scene.formChoices.enter(&desk)
    let field = try #require(desk.state.topForm?.form.focusedPlace)
    let form = try #require(desk.state.topForm?.form)
    let last = try #require(form.matches.last)
    try click("  \(last.text)", &desk)
    let changed = try #require(desk.state.topForm?.form)
    #expect(!changed.isChoosing)
    #expect(changed.values[field.field]?[field.row][field.cell] == last.value)
  }

  @Test func aMenuIsClickedThrough() throws {
    var desk = Desk.golden(80, 24)
    desk.press(.character("s"))
    try click("t  Talk", &desk)
    #expect(desk.state.keyContext == .sortMenu)
    try click("t  Talk", &desk, .doublePress)
    #expect(desk.state.log.sort.key == .talk)
  }

  @Test func aColumnIsSelectedByItsNameAndSwitchedByItsBox() throws {
    var desk = Desk.golden(80, 24)
    desk.press(.character("|"))
    let hidden = try place(of: "[ ]", on: desk.frame)
    let before = desk.state.columnChoices.choices
    desk.send(event(.press, hidden.column + 5, hidden.row))
    guard case .columns(let chooser) = desk.state.layers.last else {
      Issue.record("the chooser is not open")
      return
    }
    #expect(!before[chooser.selected].isShown)
    #expect(desk.state.columnChoices.choices == before)
    desk.send(event(.press, hidden.column + 1, hidden.row))
    #expect(desk.state.columnChoices.choices[chooser.selected].isShown)
    #expect(
      desk.state.columnChoices.choices.count(where: \.isShown)
        == before.count(where: \.isShown) + 1)
  }

  @Test func ofTwoVersionsTheOneIsTakenThatIsClicked() throws {
    var desk = Desk.golden(80, 24)
    Scene.merge.enter(&desk)
    let comparison = try #require(desk.state.topComparison)
    let row = try #require(comparison.rows.firstIndex { $0.choice == .left })
    let field = try place(of: desk.state.words(comparison.rows[row].field.label), on: desk.frame)
    desk.send(event(.press, field.column, field.row))
    #expect(desk.state.topComparison?.selected == row)
    #expect(desk.state.topComparison?.rows == comparison.rows)
    let line = desk.frame.text[field.row]
    let other = try #require(line.range(of: "○"))
    desk.send(event(.press, DisplayWidth.of(line[..<other.lowerBound]) + 3, field.row))
    #expect(desk.state.topComparison?.rows[row].choice == .right)
    #expect(desk.state.topComparison?.selected == row)
  }

  @Test func anIntegrationsLinkIsSelected() throws {
    var desk = Desk.golden(80, 24)
    desk.press(.character("6"))
    try click("after-outgoing", &desk)
    #expect(desk.state.settings.selectedItem?.link == .webhook(.afterOutgoing))
    try click("· SIP, Ringostat ·", &desk)
    #expect(desk.state.settings.selectedItem?.link == nil)
    try click("· SIP, Ringostat ·", &desk, .doublePress)
    #expect(desk.state.topForm != nil)
  }

  /// What has no keys has no clicks.
  @Test func whatLiesBelowALayerDoesNothing() throws {
    var desk = Desk.golden(80, 24)
    desk.press(.function(9))
    let before = desk.screen
    for (column, row) in [(20, 0), (5, 4), (5, 5), (70, 20)] {
      desk.send(event(.press, column, row))
      desk.send(event(.doublePress, column, row))
    }
    #expect(desk.screen == before)
  }

  /// As with keys: it may be aimed at what stood there before.
  @Test func aClickBeforeTheDialogIsPaintedIsDropped() throws {
    var console = PromptTests.console()
    console.press(.character("n"))
    let (column, row) = try place(of: "c create contact", on: console.frame)
    console.press(.escape)
    console.paints = false
    console.press(.character("n"))
    console.send(event(.press, column, row))
    #expect(console.state.keyContext == .dialog)
  }

  @Test func lettingGoIsNothing() {
    var desk = Desk.golden(80, 24)
    desk.press(.character("c"), .character("c"))
    let before = desk.state
    desk.send(event(.release, 10, 6))
    #expect(desk.state == before)
  }

  @Test func theMouseIsSwitchedAndThatIsSeen() {
    var console = Console()
    #expect(!console.frame.text[0].contains("mouse"))
    console.press(.character("m"))
    #expect(console.store.written == [.setMouse(true)])
    #expect(console.frame.text[0].contains("  mouse   ● :8080   14:32"))
    #expect(console.frame.text[22].contains("with Shift"))
    console.press(.character(":"))
    console.type("mouse")
    console.press(.enter)
    #expect(console.store.written == [.setMouse(true), .setMouse(false)])
    #expect(!console.frame.text[0].contains("mouse"))
  }

  /// At every place that is drawn: all that can be clicked is on the screen, and has a key.
  @Test(arguments: Scene.allCases) func whatCanBeClickedHasAKey(_ scene: Scene) {
    for (columns, rows) in [(60, 15), (80, 24), (120, 40), (200, 60)] {
      var desk = Desk.golden(columns, rows)
      scene.enter(&desk)
      let bindings = desk.state.running + desk.state.keyContext.bindings
      for target in desk.frame.targets {
        #expect(desk.frame.bounds.contains(target.rect.origin) || target.rect.isEmpty)
        let action: Action
        switch target.deed {
        case .perform(let own), .part(_, let own): action = own
        case .row, .lines, .integration, .field, .option, .record: continue
        }
        guard !target.rect.isEmpty else { continue }
        #expect(bindings.contains { $0.action == action }, "\(action)")
      }
    }
  }
}
