import Domain
import Testing

@testable import TUI

@Suite struct IntegrationVerbTests {
  private static let id = Integration.ID(1)

  private static func sample(_ integrations: [Integration] = [SettingsScreenTests.integration])
    -> Desk
  {
    var desk = Desk.sample()
    desk.integrations = integrations
    desk.send(.storeChanged)
    desk.press(.character("6"))
    return desk
  }

  // MARK: On and off

  @Test func offIsSaidOnThePageAndInEveryScreensHeader() {
    var desk = Self.sample()
    desk.press(.character("a"))
    #expect(desk.store.written == [.setAvailable(Self.id, false)])
    #expect(desk.screen.contains("Switched off: deliveries are kept and make no calls."))
    #expect(desk.body.contains("off: deliveries are kept and make no calls"))
    for key in "12345" {
      desk.press(.character(key))
      #expect(desk.frame.text[0].contains("● :8080 off "))
    }
    desk.press(.character("6"), .character("a"))
    #expect(desk.integrations[0].isAvailable)
    #expect(!desk.frame.text[0].contains("off"))
  }

  @Test func ofSeveralTheHeaderCountsThoseThatAreOff() {
    let off = Integration(id: Integration.ID(2), name: "Second", token: "t2", isAvailable: false)
    let desk = Self.sample([SettingsScreenTests.integration, off])
    #expect(desk.frame.text[0].contains("● :8080 1off "))
  }

  // MARK: New links

  static let graces: [(Key, Int64, String)] = [
    (.character("d"), 86_400, "The links are new; the old ones work until 22 Nov 14:32."),
    (.character("h"), 3600, "The links are new; the old ones work until today 15:32."),
    (.character("w"), 604_800, "The links are new; the old ones work until 28 Nov 14:32."),
    (.character("0"), 0, "The links are new; the old ones work no more."),
  ]

  @Test(arguments: graces) func rTakesNewLinksOnceItIsSaidForHowLongTheOldOnesWork(
    _ key: Key, _ seconds: Int64, _ sentence: String
  ) {
    var desk = Self.sample()
    desk.press(.character("r"))
    #expect(desk.store.written.isEmpty)
    desk.press(key)
    #expect(desk.store.written == [.rotateToken(Self.id, graceful: seconds)])
    #expect(desk.screen.contains(sentence))
    #expect(desk.state.layers.isEmpty)
    #expect(desk.body.contains("The old links work until") == (seconds > 0))
  }

  @Test func enterTakesTheRowThatIsSelectedAndEscNone() {
    var desk = Self.sample()
    desk.press(.character("r"), .down, .enter)
    #expect(desk.store.written == [.rotateToken(Self.id, graceful: 3600)])
    desk.press(.character("r"), .escape)
    #expect(desk.store.written.count == 1)
  }

  @Test func theOldLinksTimeGoesByWithTheClock() {
    var desk = Self.sample()
    desk.press(.character("r"), .character("h"))
    desk.send(.clock(Sample.now.advanced(bySeconds: 3600)))
    #expect(!desk.body.contains("The old links work until"))
  }

  // MARK: Test

  static let results: [(SampleResult, String)] = [
    (
      .journaled(address: "127.0.0.1:8080", milliseconds: 12),
      "The listener at 127.0.0.1:8080 took the sample in 12 ms"
    ),
    (.kept(address: "h:1"), "took the sample and keeps it beside the store"),
    (.nobodyListens, "Nobody listens for this store"),
    (.unreachable(address: "h:1"), "Nobody accepts connections at h:1."),
    (.timedOut(address: "h:1"), "The listener at h:1 did not answer in time."),
    (.notHTTP(address: "h:1"), "What listens at h:1 does not answer in HTTP."),
    (.refused(address: "h:1", status: 404), "The listener at h:1 does not know the link"),
    (.refused(address: "h:1", status: 503), "The listener at h:1 answered 503 instead of 200."),
    (.failed("The disk is full."), "The disk is full."),
  ]

  @Test(arguments: results) func aTestsResultIsASentenceThatStays(
    _ result: SampleResult, _ sentence: String
  ) {
    var desk = Self.sample()
    desk.press(.character("T"))
    #expect(desk.store.written == [.testIntegration(Self.id)])
    #expect(desk.body.contains("Testing…"))
    desk.send(.integrationTested(Self.id, result))
    #expect(desk.screen.contains(sentence))
    desk.press(.character("1"), .character("6"))
    let text = desk.body.filter { $0 != "│" && $0 != "\n" }.split(separator: " ")
      .joined(separator: " ")
    #expect(text.contains("Test 14:32: ") && text.contains(sentence.prefix(40)))
  }

  // MARK: Removing, copying, none

  @Test func dRemovesAfterAQuestion() {
    var desk = Self.sample()
    desk.press(.character("D"))
    #expect(desk.screen.contains("Remove the integration?"))
    desk.press(.escape)
    #expect(desk.store.written.isEmpty)
    desk.press(.character("D"), .character("y"))
    #expect(desk.store.written == [.removeIntegration(Self.id)])
    #expect(desk.screen.contains("The integration is removed."))
    #expect(desk.screen.contains("No provider is connected yet."))
  }

  @Test func oneInUseIsNotRemoved() {
    var desk = Self.sample()
    desk.store.refusal = .integrationInUse
    desk.press(.character("D"), .character("y"))
    #expect(
      desk.screen.contains("Calls or deliveries came by it: it can be switched off, not removed."))
    #expect(desk.integrations.count == 1)
  }

  @Test func theAuthKeyIsCopiedAndNotShown() {
    var draft = IntegrationDraft(SettingsScreenTests.integration)
    var desk = Self.sample()
    desk.press(.character("Y"))
    #expect(desk.screen.contains("No auth key is set."))
    draft.authKey = Secret("k3y")
    desk.integrations = [SettingsScreenTests.integration.changed(to: draft)]
    desk.send(.storeChanged)
    _ = desk.takeAsked()
    desk.press(.character("Y"))
    #expect(desk.takeAsked().contains(.copy("k3y")))
    #expect(
      desk.screen.contains("Copied; the terminal was asked (OSC 52).")
        && !desk.screen.contains("k3y"))
  }

  @Test(arguments: "eyTrasDY") func withoutAnIntegrationEveryKeySaysSo(_ key: Character) {
    var desk = Self.sample([])
    desk.press(.character(key))
    #expect(desk.screen.contains("There is no integration."))
    #expect(desk.store.written.isEmpty && desk.state.layers.isEmpty)
  }

  @Test func whatACommandChangesIsSeenAtOnce() {
    var desk = Self.sample()
    var draft = IntegrationDraft(SettingsScreenTests.integration)
    draft.name = "By command"
    desk.integrations = [SettingsScreenTests.integration.changed(to: draft)]
    desk.send(.storeChanged)
    #expect(desk.body.contains("By command · SIP, Ringostat · on"))
  }
}
