import Testing

/// At the newest row the log goes along with what comes; away from it nothing moves.
@Suite(.serialized) struct FollowingTests {
  let shop: Shop
  let console: Tmux

  init() throws {
    shop = try Shop()
    console = try shop.console()
    for number in 1...12 { try ring(number) }
    try console.waitFor("LIVE  1/12")
  }

  private func ring(_ number: Int) throws {
    try shop.ring("f-\(number)", from: "3805011122\(number < 10 ? "0" : "")\(number)")
  }

  /// The numbers' last digits, as the log shows them.
  private func rows(_ screen: [String]) -> [String] {
    screen.compactMap { line in
      line.firstMatch(of: /ringing +\+380 50 111 22 (\d\d)/).map { String($0.output.1) }
    }
  }

  @Test func `following, pinned and following again`() throws {
    #expect(
      rows(try console.capture()) == ["12", "11", "10", "09", "08", "07", "06", "05", "04"])
    try console.sendKeys("j", "j")
    let pinned = try console.waitFor("3/12")
    try ring(13)
    try ring(14)
    let later = try console.waitFor("+2 new  5/14")
    #expect(rows(later) == rows(pinned))
    #expect(!later.contains { $0.contains("LIVE") })
    // The selection is still on its call.
    #expect(try console.cursor().map { $0.row } == 6)

    try console.sendKeys("G")
    let live = try console.waitFor("LIVE  1/14")
    #expect(rows(live) == ["14", "13", "12", "11", "10", "09", "08", "07", "06"])
    try ring(15)
    let following = try console.waitFor("LIVE  1/15")
    #expect(rows(following).first == "15")
    #expect(!following.contains { $0.contains(" new ") && $0.contains("15") && $0.contains("+") })
  }

  @Test func `a change of a call that is out of sight moves nothing`() throws {
    try console.sendKeys("g")
    let oldest = try console.waitFor("12/12")
    #expect(rows(oldest).last == "01")
    try shop.send(
      "after", "uniqueid=f-12&type=in&caller=380501112212&status=BUSY",
      type: "application/x-www-form-urlencoded")
    try ring(13)
    let later = try console.waitFor("+1 new  13/13")
    #expect(rows(later) == rows(oldest))
    try console.sendKeys("End")
    try console.waitFor("LIVE  1/13")
    try console.waitFor("the busy call") {
      $0.contains { $0.squeezed.contains("busy +380 50 111 22 12") }
    }
  }
}
