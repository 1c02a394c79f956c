import Domain
import Testing

@testable import TUI

/// Totals and places come later than rows, and what is new is asked for.
@Suite struct LogCountTests {
  /// A console whose counts are held back.
  private static func filtered(_ count: Int = 300) -> (console: Console, asked: [Effect]) {
    var console = KeyedListTests.console(count)
    var filter = CallFilter()
    filter.text = "067"
    console.state.log.show(filter)
    let asked = console.answerAllButCounts(.key(.left))
    return (console, asked)
  }

  @Test func whatIsLookedForIsWaitedForWithASign() {
    var console = KeyedListTests.console(300)
    _ = update(&console.state, .key(.paste("067")))
    #expect(console.frame.text[1].hasSuffix("\"067\"   …"))
    _ = update(&console.state, .key(.escape))
    #expect(!console.frame.text[1].contains("…"))
  }

  @Test func rowsComeBeforeTheirCount() {
    var (console, asked) = Self.filtered()
    #expect(console.frame.text[1].hasSuffix("\"067\"   1/…"))
    // That of the calls found, and that of all.
    #expect(asked.count == 2)
    for effect in asked { for event in console.store.answer(effect) { console.send(event) } }
    #expect(console.frame.text[1].hasSuffix("\"067\"   1/300 of 300"))
  }

  @Test func whileItIsCountedEveryKeyActs() {
    var (console, _) = Self.filtered()
    #expect(console.answerAllButCounts(.key(.down)).isEmpty)
    // More is read ahead, and the count asked for again behind that.
    #expect(console.answerAllButCounts(.idle).count == 1)
    #expect(console.answerAllButCounts(.key(.pageDown)).isEmpty)
    #expect(console.frame.text[1].hasSuffix("\"067\"   10/…"))
  }

  @Test func theNextPageTakesThePlaceOfACountAndItIsAskedForAgain() {
    var (console, _) = Self.filtered()
    var asked: [Effect] = []
    for _ in 0..<11 { asked += console.answerAllButCounts(.key(.pageDown)) }
    #expect(asked.count == 1)
    for effect in asked { for event in console.store.answer(effect) { console.send(event) } }
    #expect(console.frame.text[1].hasSuffix("\"067\"   89/300"))
  }

  @Test func aCountOfAnotherFilterIsLeftAside() {
    var (console, asked) = Self.filtered()
    console.press(.escape)
    for effect in asked { for event in console.store.answer(effect) { console.send(event) } }
    #expect(console.frame.text[1].hasSuffix("LIVE  1/300"))
    #expect(console.state.log.list.total == 300)
  }

  @Test func whatWasCountedStandsWhileItIsCountedAgain() {
    var (console, asked) = Self.filtered()
    for effect in asked { for event in console.store.answer(effect) { console.send(event) } }
    console.store.calls.append(Sample.call(9000, at: Sample.at("14:00"), from: "0670001122"))
    #expect(console.answerAllButCounts(.storeChanged).count == 2)
    #expect(console.frame.text[1].hasSuffix("1/300 of 300"))
  }

  @Test func theNextOneIsNotAskedForAfterAFailureUntilThereIsReason() {
    var (console, asked) = Self.filtered()
    for effect in asked { #expect(update(&console.state, .failed(effect, .storeBusy)).isEmpty) }
    #expect(console.state.message == nil)
    #expect(console.answerAllButCounts(.storeChanged).count == 2)
  }

  /// Where the store is still sorting, the first rows stay in sight until somebody moves.
  @Test func rowsMayComeInBetweenWhileTheyAreSorted() {
    var list = KeyedList<Call>()
    list.resize(height: 3)
    let calls = Sample.manyCalls(30)
    func load(_ rows: ArraySlice<Call>, isComplete: Bool) {
      guard let (anchor, _) = list.nextRequest() else { return }
      list.load(
        Page(rows: Array(rows), hasBefore: false, hasAfter: false, isComplete: isComplete),
        at: anchor, total: nil)
    }
    load([], isComplete: false)
    #expect(!list.isEmpty)
    load(calls[10...], isComplete: false)
    #expect(list.isGrowing && list.selected == calls[10])
    load(calls[5...], isComplete: false)
    #expect(list.selected == calls[5] && list.selectedLine == 0)
    list.move(by: 2)
    load(calls[0...], isComplete: true)
    #expect(list.selected == calls[7] && list.selectedLine == 2)
    #expect(!list.isGrowing && list.nextRequest() == nil)
  }

  /// A list that goes on stays as it is while the rest of it is looked for, and asks the same again.
  @Test func nothingGoesWhileTheRestIsLookedFor() {
    var list = KeyedList<Call>()
    list.resize(height: 3)
    let calls = Sample.manyCalls(30)
    _ = list.nextRequest()
    list.load(
      Page(rows: Array(calls[..<7]), hasBefore: false, hasAfter: true), at: .first, total: nil)
    list.move(by: 1)
    let rest = Anchor.after(calls[6].position)
    for found in [0, 2, 5] {
      #expect(list.nextRequest()?.anchor == rest)
      list.load(
        Page(
          rows: Array(calls[7..<(7 + found)]), hasBefore: true, hasAfter: false,
          isComplete: found == 5), at: rest, total: nil)
      #expect(list.isGrowing == (found < 5))
      #expect(list.selected == calls[1] && list.rows.count == (found < 5 ? 7 : 12))
    }
    #expect(list.nextRequest() == nil)
  }

  /// A call that is told of late, but began long ago, is not new.
  @Test func onlyCallsNewerThanTheNewestSeenAreNew() {
    var console = KeyedListTests.console(200)
    console.press(.down, .down)
    console.arrive(Sample.call(5000, at: Sample.at("10:00", daysAgo: 1), from: "0501112233"))
    #expect(console.frame.text[1].hasSuffix(" 3/201"))
    console.arrive(Sample.call(5001, at: Sample.at("14:00"), from: "0501112233"))
    #expect(console.frame.text[1].hasSuffix("+1 new  4/202"))
  }

  @Test func aLateCallAboveTheSelectedOneMovesItsPlace() {
    var console = KeyedListTests.console(200)
    for _ in 0..<12 { console.press(.pageDown) }
    #expect(console.frame.text[1].hasSuffix(" 97/200"))
    console.arrive(Sample.call(5000, at: Sample.at("01:00", daysAgo: 2), from: "0501112233"))
    #expect(console.frame.text[1].hasSuffix(" 97/201"))
    console.arrive(Sample.call(5001, at: Sample.at("11:30", daysAgo: 1), from: "0501112233"))
    #expect(console.frame.text[1].hasSuffix(" 98/202"))
  }

  @Test func underAFilterOnlyItsCallsAreNew() {
    var console = KeyedListTests.console(200)
    console.press(.paste("067"), .down, .down)
    console.arrive(Sample.call(5000, at: Sample.at("14:00"), from: "0501112233"))
    #expect(console.frame.text[1].hasSuffix("\"067\"   3/200 of 201"))
    console.arrive(
      Sample.call(5001, at: Sample.at("14:01"), from: "0670001122", contact: Sample.olena))
    #expect(console.frame.text[1].hasSuffix("\"067\"   +1 new  4/201"))
    // Nobody has seen the other one yet.
    console.press(.escape)
    #expect(console.frame.text[1].hasSuffix("+2 new  5/202"))
    console.press(.end)
    #expect(console.frame.text[1].hasSuffix("LIVE  1/202"))
  }
}

extension Console {
  /// Sends an event and answers what it asks for, but not how many calls there are.
  /// - Returns: what was not answered.
  fileprivate mutating func answerAllButCounts(_ event: Event) -> [Effect] {
    var waiting = [event][...]
    var held: [Effect] = []
    while let event = waiting.popFirst() {
      for effect in update(&state, event) {
        if case .countLog = effect { held.append(effect) } else { waiting += store.answer(effect) }
      }
    }
    return held
  }
}
