import Domain
import Testing

@testable import TUI

/// Why a recording is not heard, and what is offered instead.
@Suite struct NotPlayingTests {
  private var desk = Desk.sample()
  private let olenas = Call.ID(8)

  private var message: String { desk.frame.text[22] }

  static let reasons: [(Int, Character, String)] = [
    (0, "p", "Recording not available: the provider has sent none."),
    (0, "Y", "Recording not available: the provider has sent none."),
    (1, ">", "Nothing is being played."), (1, "[", "Nothing is being played."),
  ]

  @Test(arguments: reasons) mutating func aKeyThatIsNotPossibleSaysWhy(
    _ row: Int, _ key: Character, _ reason: String
  ) {
    for _ in 0..<row { desk.press(.down) }
    desk.press(.character(key))
    #expect(message == " " + reason)
    #expect(desk.takePlayback() == [])
  }

  @Test mutating func otherPlayersCannotSeek() {
    desk.play()
    desk.send(.playbackChanged(.sample(canSeek: false)))
    _ = desk.takePlayback()
    desk.press(.character(">"))
    #expect(message == " This player cannot be told to; mpv can.")
    desk.press(.character(" "))
    #expect(desk.takePlayback() == [.togglePause])
  }

  @Test mutating func whatIsBeingFetchedCannotBePaused() {
    desk.press(.down, .character("p"))
    _ = desk.takePlayback()
    desk.press(.character(" "))
    #expect(message == " The recording is still being fetched.")
    desk.press(.character("p"))
    #expect(desk.takePlayback() == [.stopPlayback])
  }

  @Test(arguments: RecordingProblem.allCases) mutating func whatCannotBeHeardIsSaid(
    _ problem: RecordingProblem
  ) {
    for (language, start) in [
      (Language.english, " Recording not available: "), (.ukrainian, " Запис недоступний: "),
    ] {
      var desk = Desk.sample(language: language)
      desk.press(.down, .character("p"))
      desk.send(.playbackChanged(.sample(olenas, .failed(problem))))
      #expect(desk.frame.text[22].hasPrefix(start))
      let reason = desk.frame.text[22].dropFirst(start.count).dropLast()
      #expect(reason.count > 3)
      // It is said of the row too, and in its pane, after the message has gone.
      #expect(desk.frame.text.first { $0.contains("14:12") }?.contains(" × ") == true)
      desk.press(.tab, .tab)
      #expect(desk.frame.text[22] == "")
      #expect(desk.screen.contains(start.dropFirst() + reason + "."))
      #expect(desk.state.recordings.playback == nil)
    }
  }

  @Test mutating func theWideLogSaysItInTheRow() {
    desk = Desk.sample(240, 40)
    desk.press(.down, .character("p"))
    desk.send(.playbackChanged(.sample(olenas, .failed(.expired))))
    desk.press(.character("z"))
    let row = desk.frame.text.first { $0.contains("14:12") } ?? ""
    #expect(row.contains("Recording not available: the link"))
  }

  @Test mutating func aNewLinkForgetsTheOldReason() throws {
    desk.press(.down, .character("p"))
    desk.send(.playbackChanged(.sample(olenas, .failed(.expired))))
    #expect(desk.frame.text.first { $0.contains("14:12") }?.contains(" × ") == true)
    let index = try #require(desk.store.calls.firstIndex { $0.id == olenas })
    let call = desk.store.calls[index]
    desk.store.calls[index] = call.with(recording: "https://example.com/new.mp3")
    desk.send(.storeChanged)
    #expect(desk.frame.text.first { $0.contains("14:12") }?.contains(" ▶ ") == true)
  }

  @Test mutating func aRecordingThatComesLaterIsGainedLive() throws {
    let index = try #require(desk.store.calls.firstIndex { $0.id == Call.ID(3) })
    #expect(desk.frame.text.first { $0.contains("yest") }?.contains("▶") == false)
    let call = desk.store.calls[index]
    desk.store.calls[index] = call.with(recording: "https://example.com/3.mp3")
    desk.send(.storeChanged)
    #expect(desk.frame.text.first { $0.contains("yest") }?.contains("▶") == true)
  }

  private var messageLinks: [Frame.Link] {
    desk.frame.links.filter { $0.position.row == 22 }
  }

  @Test mutating func whereItIsNotHeardTheLinkIsOffered() {
    desk.press(.down, .character("p"))
    var failed = Playback.sample(olenas, .failed(.overSSH))
    failed.link = "https://example.com/8.mp3"
    desk.send(.playbackChanged(failed))
    let text = "Recording not available: no sound over ssh. Y copies the link."
    #expect(message == " " + text)
    #expect(
      messageLinks == [
        Frame.Link(
          position: Position(column: 1, row: 22), columns: text.count,
          address: "https://example.com/8.mp3")
      ])
    desk.press(.character("Y"))
    #expect(desk.takePlayback().last == .copyRecordingLink(olenas))
    #expect(messageLinks == [])
    desk.send(.done(.copyRecordingLink(olenas)))
    #expect(message == " The link is copied: whoever has it can hear the call.")
    desk.send(.failed(.copyRecordingLink(olenas), .recording(.hostNotAllowed)))
    #expect(
      message == " Recording not available: its host is not allowed (recordings.allow).")
  }
}

extension Call {
  fileprivate func with(recording: String) -> Call {
    Call(
      id: id, providerID: providerID, type: type, phase: phase, disposition: disposition,
      start: start, wait: wait, talk: talk, caller: caller, called: called, line: line,
      client: client, pool: pool, connectedWith: connectedWith, source: source,
      recording: recording, contact: contact, ownerCount: ownerCount, order: order,
      comments: comments, note: note)
  }
}
