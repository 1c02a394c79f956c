import Domain
import Testing

@testable import TUI

/// "At the newest row the log follows; moving away pins the view."
@Suite struct FollowTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let keys: [Key]
    let arriving: Int
    /// Whether the view shows the newest call at its top afterwards.
    let follows: Bool
    let position: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "untouched", keys: [], arriving: 3, follows: true, position: "LIVE  1/203"),
    Case(name: "moved down", keys: [.down], arriving: 3, follows: false, position: "+3 new  5/203"),
    Case(
      name: "down and up again", keys: [.down, .up], arriving: 3, follows: true,
      position: "LIVE  1/203"),
    Case(
      name: "paged down", keys: [.pageDown], arriving: 1, follows: false,
      position: "+1 new  10/201"),
    Case(
      name: "oldest", keys: [.character("g")], arriving: 2, follows: false,
      position: "+2 new  202/202"),
    Case(
      name: "oldest, newest", keys: [.home, .end], arriving: 2, follows: true,
      position: "LIVE  1/202"),
    Case(
      name: "deep inside", keys: Array(repeating: .pageDown, count: 12), arriving: 2,
      follows: false, position: "+2 new  99/202"),
  ]

  @Test(arguments: cases) func newCalls(_ example: Case) {
    var console = KeyedListTests.console(200)
    for key in example.keys { console.press(key) }
    let selected = console.state.log.list.selected
    let view = Array(console.frame.text[3..<13])
    for index in 0..<example.arriving {
      console.arrive(
        Sample.call(Int64(5000 + index), at: Sample.at("14:0\(index)"), talk: 5, from: "0501112233")
      )
    }
    let list = console.state.log.list
    #expect(list.isFollowing == example.follows)
    #expect(console.frame.text[1].hasSuffix(example.position))
    if example.follows {
      #expect(list.selected?.id.rawValue == Int64(4999 + example.arriving))
      #expect(list.selectedLine == 0)
    } else {
      #expect(list.selected == selected)
      #expect(Array(console.frame.text[3..<13]) == view)
    }
  }

  @Test func aPinnedViewFollowsAgainAtTheNewest() {
    var console = KeyedListTests.console(200)
    console.press(.down, .down)
    console.arrive(Sample.ringing)
    #expect(console.frame.text[1].hasSuffix("+1 new  4/201"))
    console.press(.character("G"))
    #expect(console.frame.text[1].hasSuffix("LIVE  1/201"))
    #expect(console.state.log.list.selected?.id == Sample.ringing.id)
  }

  @Test func aChangedCallStaysSelectedAndShowsItsNewState() {
    var console = Console()
    console.press(.down, .up)
    console.arrive(Sample.ringing.missed)
    #expect(console.state.log.list.selected?.id == Sample.ringing.id)
    #expect(console.frame.text[4].contains("MISSED"))
  }

  @Test func aLiveCallCountsItsSeconds() {
    var console = Console()
    #expect(console.state.ticksEachSecond)
    #expect(
      console.frame.text[4].contains("ringing        +380 50 123 45 67 New client        0:07"))
    console.send(.clock(Sample.now.advanced(bySeconds: 5)))
    #expect(console.frame.text[4].contains("0:12"))
    console.arrive(Sample.ringing.missed)
    #expect(!console.state.ticksEachSecond)
  }

  @Test func thePromptLineDoesNotMoveTheView() {
    var console = KeyedListTests.console(200)
    console.press(.pageDown, .pageDown)
    let view = Array(console.frame.text[2..<22])
    console.arrive(Sample.ringing, prompting: true)
    #expect(Array(console.frame.text[2..<22]) == view)
    #expect(console.frame.text[22].contains("New client on Carbook"))
  }
}
