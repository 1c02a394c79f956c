import Domain
import Testing

@testable import TUI

/// `t`: to the calls of a day or an hour.
@Suite struct JumpTests {
  /// A call each minute, back from 12:00 of the day before.
  private func console(jumping text: String, _ count: Int = 5000) -> Console {
    var console = KeyedListTests.console(count)
    console.press(.character("t"))
    console.type(text)
    console.press(.enter)
    return console
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    /// Date and time of the call that is selected.
    let call: String
    let rank: Int
    var says = ""
    var testDescription: String { text }
  }

  static let cases = [
    Case(text: "yesterday", call: "yesterday 12:00", rank: 1),
    Case(text: "19.11", call: "19 Nov 23:59", rank: 722),
    Case(text: "19 nov 14:30", call: "19 Nov 14:30", rank: 1291),
    Case(
      text: "today", call: "yesterday 12:00", rank: 1,
      says: "No call then: the one before is of yesterday 12:00."),
    Case(
      text: "2020-01-01", call: "17 Nov 00:41", rank: 5000,
      says: "There is no earlier call: the oldest is of 17 Nov 00:41."),
  ]

  @Test(arguments: cases) func theFirstCallAtOrBeforeIt(_ example: Case) throws {
    let console = console(jumping: example.text)
    let call = try #require(console.state.log.list.selected)
    #expect(console.state.wording.dateTime(call.start) == example.call)
    #expect(console.frame.text[1].hasSuffix(" \(console.state.wording.count(example.rank))/5,000"))
    #expect(console.frame.text[22].hasSuffix(example.says))
    #expect(console.frame.text[22].isEmpty == example.says.isEmpty)
  }

  @Test func aDayWithoutCallsIsSaid() {
    var console = Console()
    console.press(.character("t"))
    console.type("15.11")
    console.press(.enter)
    #expect(console.state.log.list.selected?.id.rawValue == 2)
    #expect(console.frame.text[22] == " No call then: the one before is of 12 Nov 09:15.")
  }

  /// Somebody waits for the jump: what he does not see comes before the next key.
  @Test func noMoreIsReadThanIsSeen() throws {
    var console = KeyedListTests.console(5000)
    console.press(.character("t"))
    console.type("19.11")
    console.paints = false
    let zone = console.state.configuration.zone
    let target = try #require(JumpTarget("19.11", today: zone.date(at: Sample.now)))
    let first = update(&console.state, .key(.enter))
    #expect(Self.asked(first) == [.from(target.position(in: zone))])
    for event in first.flatMap({ console.store.answer($0) }) {
      #expect(Self.asked(update(&console.state, event)).isEmpty)
    }
    let list = console.state.log.list
    #expect(list.selectedLine == 0 && list.rows.count == list.height + 1)
    #expect(console.state.readsFirst)
    let place = try #require(list.selected?.position)
    let next = update(&console.state, .idle)
    #expect(Self.asked(next) == [.before(place)])
    for event in next.flatMap({ console.store.answer($0) }) { console.send(event) }
    #expect(!console.state.readsFirst && console.state.readsAhead)
    console.press(.up)
    #expect(console.state.log.list.rank == 721)
    console.press(.pageUp, .pageDown, .down)
    #expect(console.state.log.list.rank == 722)
  }

  private static func asked(_ effects: [Effect]) -> [Anchor<LogPosition>] {
    effects.compactMap { if case .loadLog(let request) = $0 { request.anchor } else { nil } }
  }

  @Test func amongTheCallsOfAFilter() {
    var console = KeyedListTests.console(400)
    console.store.calls += [Sample.call(1, at: Sample.at("12:00", daysAgo: 5), from: "0931112233")]
    console.press(.paste("067"), .character("t"))
    console.type("16.11")
    console.press(.enter)
    // Nothing so old is found under it.
    #expect(console.state.log.list.rank == 400)
    #expect(console.frame.text[22].hasPrefix(" There is no earlier call"))
  }

  @Test func whatIsNoDateStaysToBeCorrected() {
    let console = console(jumping: "soon")
    #expect(console.state.keyContext == .line)
    #expect(console.screen.contains("That is no date or time."))
  }
}
