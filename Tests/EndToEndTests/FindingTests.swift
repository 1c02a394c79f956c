import Testing

/// Finding a call: by what one remembers of it, by what it was like, by when it was.
@Suite(.serialized) struct FindingTests {
  let shop: Shop
  let console: Tmux

  /// A missed call each day of November from the 1st to the 9th, and two that are answered; the
  /// caller of one has a name.
  init() throws {
    shop = try Shop()
    console = try shop.console()
    for day in 1...9 {
      try call("m-\(day)", from: "38050111220\(day)", "2025-11-0\(day) 10:00:00", "NO ANSWER", 0)
    }
    try call("a-1", from: "380671114321", "2025-11-05 12:00:00", "ANSWERED", 30)
    try call("a-2", from: "380671117788", "2025-11-20 12:00:00", "ANSWERED", 90)
    try console.waitFor("LIVE  1/11")
    try console.sendKeys("n")
    try console.waitFor("l not now")
    try console.sendKeys("c")
    try console.waitFor("┌ New contact")
    try console.typeText("Єремія Їжакевич")
    try console.sendKeys("F2")
    try console.waitFor("Contact created: Єремія Їжакевич")
  }

  private func call(
    _ id: String, from number: String, _ date: String, _ disposition: String, _ talk: Int
  ) throws {
    try shop.send(
      "after",
      """
      {"uniqueid":"\(id)","call_type":"in","userfield":"\(number)","dst":"380440000009",
       "calldate":"\(date)","disposition":"\(disposition)","billsec":"\(talk)"}
      """)
  }

  @Test func `by the last digits, a name in any case, and a filter`() throws {
    try console.sendKeys("/")
    try console.typeText("4321")
    let digits = try console.waitFor("\"4321\"   1/1")
    #expect(digits[5].contains("+380 67 111 43 21"))
    try console.sendKeys("C-u")
    try console.typeText("ЇЖАК")
    let name = try console.waitFor("\"ЇЖАК\"   1/1")
    #expect(name[5].contains("Єремія Їжакевич"))
    try console.sendKeys("Enter")
    try console.waitUntilGone("Search")

    // The filter in force is there to be changed; what is wrong is said at once.
    try console.sendKeys("f")
    try console.waitFor("│ ЇЖАК ")
    try console.sendKeys("C-u")
    try console.typeText("mised tipe:in ")
    try console.waitFor("“tipe:in” is no key of a filter; “type:” is.")
    try console.sendKeys("C-u")
    try console.typeText("mis")
    try console.sendKeys("Tab", "Enter")
    try console.waitFor("missed   1/9")
    try console.sendKeys("G", "j", "Escape")
    let all = try console.waitFor(" 3/11")
    #expect(!all[1].contains("missed  "))
    #expect(try console.cursor().map { $0.row } == 6)
  }

  @Test func `by its day`() throws {
    try console.sendKeys("t")
    try console.waitFor("┌ Go to a date")
    try console.typeText("5.11.2025")
    try console.sendKeys("Enter")
    let there = try console.waitFor(" 6/11")
    let row = try #require(try console.cursor()?.row)
    #expect(there[row].contains("5 Nov 2025"))
    #expect(there[row].contains("+380 67 111 43 21"))

    try console.sendKeys(":")
    try console.typeText("goto 15 лис 2025")
    try console.sendKeys("Enter")
    try console.waitFor("No call then: the one before is of 9 Nov 2025 10:00.")
    try console.sendKeys(":")
    try console.typeText("йгше")
    try console.sendKeys("Enter")
    #expect(try console.waitForExit() == .status(0))
  }

  @Test func `a number that is pasted, and what is kept`() throws {
    try console.paste("067 111 77 88")
    try console.waitFor("\"067 111 77 88\"   1/1")
    try console.sendKeys("F")
    try console.waitFor("No filter is saved yet.")
    try console.sendKeys("s")
    try console.typeText("той самий")
    try console.sendKeys("Enter")
    try console.waitFor("Filter saved: той самий")
    try console.sendKeys("Escape")
    try console.waitUntilGone("Saved filters")
    try console.sendKeys("q")
    #expect(try console.waitForExit() == .status(0))

    let next = try shop.console()
    try next.waitFor("LIVE  1/11")
    try next.sendKeys("F")
    try next.waitFor("│ 1  той самий")
    try next.sendKeys("1")
    try next.waitFor("\"067 111 77 88\"   1/1")
  }
}
