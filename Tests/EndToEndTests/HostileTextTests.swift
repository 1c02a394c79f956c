import Foundation
import Testing

/// What a caller's telephone or an advertisement says is shown, and never obeyed.
@Suite(.serialized) struct HostileTextTests {
  let shop: Shop

  /// By parameter; JSON's escapes are in them.
  static let texts = [
    "pool_name": #"\u001b[2J\u001b[HСервіс\u202egnp.exe\u200b\u0085"#,
    "connected_with": #"山田太郎\u0007\u200d\u001b]52;c;ZXZpbA==\u0007"#,
    "utm_source": #"o\u0301\u0302\u0303\u0304\u0305\u0306g\t\r\nle"#,
    "utm_medium": #"🇺🇦👨‍👩‍👧‍👦\ufe0f"#,
    "utm_campaign": #"\u2066\u2067ab\u2069\ufeff\u00ad"#,
    "utm_content": #"ﷺ\u0600\u180e"#,
    "utm_term": #"\u009b31mred\u007f\u0000"#,
    "caller": #"\"\u001b]0;owned\u0007\u202e\u001bcEvil <x>\" <380501112233>"#,
  ]

  init() throws {
    shop = try Shop()
  }

  private func deliver(_ event: String, _ id: String, from number: String) throws {
    var members = Self.texts
    members["caller"] = members["caller"]?.replacing("380501112233", with: number)
    let body =
      "{\"uniqueid\":\"\(id)\",\"call_type\":\"in\",\"dst\":\"380440000009\","
      + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }
      .joined(separator: ",") + "}"
    #expect(try shop.send(event, body).status == 200)
  }

  private func expectHarmless(_ console: Tmux, columns: Int, rows: Int) throws {
    let screen = try console.waitFor("a straight screen of \(columns)×\(rows)") {
      Columns.crooked($0, columns: columns, rows: rows).isEmpty
    }
    #expect(screen.allSatisfy { Columns.unsafe(in: $0).isEmpty })
    // Colours are ours; beyond them there is no escape sequence.
    for line in try console.captureWithColours() {
      let text = line.replacing(/\u{1B}\[[0-9;]*m/, with: "")
      #expect(Columns.unsafe(in: text).isEmpty, "\(text.debugDescription)")
    }
    #expect(try console.query("#{pane_title}") == "Carbook — shop.db")
    #expect(try console.query("#{alternate_on} #{insert_flag} #{wrap_flag}") == "1 0 1")
  }

  @Test func `on the screen`() throws {
    let console = try shop.console()
    try deliver("before", "evil-1", from: "380501112233")
    try deliver("answered", "evil-2", from: "380671112233")
    try console.waitFor("1/2")
    try expectHarmless(console, columns: 80, rows: 24)
    try console.sendKeys("Tab", "Tab")
    try console.waitFor(" Call ─")
    try expectHarmless(console, columns: 80, rows: 24)
    try console.sendKeys("F9")
    try console.waitFor("┌ New client on Carbook")
    try expectHarmless(console, columns: 80, rows: 24)
    try console.sendKeys("c")
    try console.waitFor("┌ New contact")
    try console.typeText("Зоя́ 山田 Ї̈жак")
    try console.waitFor("山田")
    try expectHarmless(console, columns: 80, rows: 24)
    try console.sendKeys("F2")
    try console.waitFor("Contact created:")
    for (columns, rows) in [(200, 50), (140, 45), (100, 30), (60, 15)] {
      try console.resize(columns: columns, rows: rows)
      try expectHarmless(console, columns: columns, rows: rows)
      let panes = try console.capture()
      try console.sendKeys("z")
      try console.waitFor("the whole log") { $0.count > 3 && $0[3] != panes[3] || columns < 80 }
      try expectHarmless(console, columns: columns, rows: rows)
      try console.sendKeys("z")
      try console.waitFor("the panes") { $0[3] == panes[3] }
    }
  }

  /// The store keeps what came; only JSON, escaped, gives it back.
  @Test func `in what readers print`() throws {
    let listener = try shop.listen()
    try deliver("after", "evil-3", from: "380501112233")
    for format in ["table", "csv", "json"] {
      let output = try shop.run("calls", "--format", format)
      #expect(
        Columns.unsafe(in: output.replacing("\n", with: "")).isEmpty, "\(output.debugDescription)")
    }
    let call = try shop.call("evil-3")
    #expect(call.connectedWith?.hasPrefix("山田太郎\u{07}\u{200D}\u{1B}]52") == true)
    #expect(call.caller == "+380501112233")
    let table = try shop.run("calls").split(separator: "\n")
    #expect(table.count == 2)
    listener.signal(SIGTERM)
    #expect(try listener.waitForExit() == .status(0))
    #expect(Columns.unsafe(in: listener.errors.replacing("\n", with: "")).isEmpty)
  }
}
