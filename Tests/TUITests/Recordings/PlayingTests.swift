import Domain
import Testing

@testable import TUI

/// Hearing recordings: keys in, effects out, and what stands on the screen.
@Suite struct PlayingTests {
  private var desk = Desk.sample()
  private let olenas = Call.ID(8)

  private var status: String { desk.frame.text[1] }

  // MARK: Keys

  @Test mutating func pPlaysAndTheStatusLineSaysWhoWhenHowFar() {
    desk.press(.down, .character("p"))
    #expect(desk.takePlayback() == [.playRecording(olenas)])
    #expect(status.hasPrefix(" ↓ fetching …  Іваненко Олена  today 14:12"))
    desk.send(.playbackChanged(.sample(olenas, .fetching(received: 500, whole: 1000))))
    #expect(status.hasPrefix(" ↓ fetching 50 %  Іваненко Олена  today 14:12"))
    desk.send(.playbackChanged(.sample(olenas, .fetching(received: 1_400_000, whole: nil))))
    #expect(status.hasPrefix(" ↓ fetching 1.3 MiB  Іваненко Олена"))
    desk.send(.playbackChanged(.sample()))
    #expect(status.hasPrefix(" ▶ 0:42 / 3:05  Іваненко Олена  today 14:12"))
    desk.send(.playbackChanged(nil))
    #expect(status.hasPrefix(" today 48 · answered 39"))
  }

  static let keys: [(Key, Effect)] = [
    (.character("p"), .stopPlayback), (.escape, .stopPlayback),
    (.character(" "), .togglePause), (.character("<"), .seek(-10)), (.character(">"), .seek(10)),
    (.character("["), .changeSpeed(-1)), (.character("]"), .changeSpeed(1)),
    // By their place on a Ukrainian keyboard.
    (.character("з"), .stopPlayback), (.character("Б"), .seek(-10)), (.character("Ю"), .seek(10)),
    (.character("х"), .changeSpeed(-1)), (.character("ї"), .changeSpeed(1)),
    (.character("Н"), .copyRecordingLink(Call.ID(8))),
    (.character("Y"), .copyRecordingLink(Call.ID(8))),
  ]

  @Test(arguments: keys) mutating func keysWhileItPlays(_ key: Key, _ effect: Effect) {
    desk.play()
    _ = desk.takeAsked()
    desk.press(key)
    #expect(desk.takePlayback() == [effect])
  }

  static let places: [(String, [Key])] = [
    ("the call's card", [.enter]), ("a contact's calls", [.character("c")]),
    ("an order's calls", [.character("o")]),
  ]

  @Test(arguments: places) mutating func keysWorkWhereverACallIsSeen(
    _ place: String, _ keys: [Key]
  ) {
    desk.press(.down)
    for key in keys { desk.press(key) }
    let layers = desk.state.layers.count
    desk.press(.character("p"))
    #expect(desk.takePlayback() == [.playRecording(olenas)], "\(place)")
    desk.send(.playbackChanged(.sample()))
    desk.press(.character(" "), .character(">"), .character("]"), .character("Y"))
    #expect(
      desk.takePlayback() == [.togglePause, .seek(10), .changeSpeed(1), .copyRecordingLink(olenas)])
    desk.press(.character("p"))
    #expect(desk.takePlayback() == [.stopPlayback])
    #expect(desk.state.layers.count == layers)
  }

  @Test mutating func aSecondCallSwitches() {
    desk.play()
    desk.press(.down, .down)
    _ = desk.takePlayback()
    desk.press(.character("p"))
    #expect(desk.takePlayback() == [.playRecording(Call.ID(6))])
    // What was heard before has a last word.
    desk.send(.playbackChanged(.sample()))
    #expect(status.hasPrefix(" ↓ fetching …  Автопарк ТОВ  today 13:40"))
    desk.send(.playbackChanged(.sample(Call.ID(6), at: 3)))
    #expect(status.hasPrefix(" ▶ 0:03 / 3:05  Автопарк ТОВ  today 13:40"))
  }

  @Test(arguments: ["2", "3", "4", "5", "6"]) mutating func movingOnKeepsItPlaying(
    _ screen: Character
  ) {
    desk.play()
    _ = desk.takePlayback()
    desk.press(.character(screen))
    #expect(status.hasPrefix(" ▶ 0:42 / 3:05  Іваненко Олена  today 14:12"))
    desk.press(.character(" "), .character(">"))
    #expect(desk.takePlayback() == [.togglePause, .seek(10)])
    desk.press(.escape)
    #expect(desk.takePlayback() == [.stopPlayback])
  }

  @Test mutating func pStopsWhereNoCallIsSelected() {
    desk.play()
    desk.press(.character("5"))
    _ = desk.takePlayback()
    desk.press(.character("p"))
    #expect(desk.takePlayback() == [.stopPlayback])
    desk.send(.playbackChanged(nil))
    desk.press(.character("p"))
    #expect(desk.takePlayback() == [])
  }

  // MARK: Esc, and keys that are something else too

  @Test mutating func escEndsWhatIsNearest() {
    desk.play()
    _ = desk.takePlayback()
    desk.press(.enter, .escape)
    #expect(desk.takePlayback() == [] && desk.state.layers.isEmpty)
    desk.press(.character("i"), .escape)
    #expect(desk.takePlayback() == [] && desk.state.layers.isEmpty)
    desk.type("/067")
    desk.press(.enter)
    #expect(!desk.state.log.filter.isEmpty)
    desk.press(.escape)
    #expect(desk.takePlayback() == [] && desk.state.log.filter.isEmpty)
    desk.press(.escape)
    #expect(desk.takePlayback() == [.stopPlayback])
  }

  @Test mutating func aFileThatIsWrittenIsNearer() {
    desk.play()
    _ = desk.state.begin(
      ExportRequest(
        list: .calls(CallFilter(), .newestFirst), format: .csv, path: "a.csv", total: 8))
    _ = desk.takePlayback()
    desk.press(.escape)
    #expect(desk.takeAsked().contains(.cancelExport))
    desk.press(.character(" "))
    #expect(desk.takePlayback() == [.togglePause])
  }

  @Test mutating func whatIsTypedIsText() {
    desk.play()
    _ = desk.takePlayback()
    desk.press(.character("/"))
    desk.type("p <>[]Y")
    #expect(desk.takePlayback() == [])
    #expect(desk.state.log.search.field?.text == "p <>[]Y")
  }

  @Test mutating func spaceGoesOnInTheListWhileNothingPlays() {
    desk.press(.character(" "))
    #expect(desk.takePlayback() == [])
    #expect(desk.state.log.list.selectedID != Sample.calls[0].id)
  }

  // MARK: Screens

  @Test mutating func theFilterInForceStaysInSight() {
    desk.type("/067")
    desk.press(.enter, .character("p"))
    desk.send(.playbackChanged(.sample(levels: LevelLinesTests.levels)))
    #expect(status.hasPrefix(" ▶ 0:42 / 3:05"))
    #expect(status.contains("067"))
  }

  @Test mutating func aQuestionDoesNotHideIt() {
    var store = Sample.store
    store.prompts = [Sample.ringing.client].compactMap { $0 }
    desk = Desk(60, 15, store: store)
    desk.play()
    #expect(status.hasPrefix(" ▶ 0:42 / 3:05  Іваненко Олена"))
    #expect(desk.frame.text[13].contains("☎"))
    #expect(desk.frame.faults == [])
  }
}
