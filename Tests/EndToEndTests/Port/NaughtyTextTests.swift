import Foundation
import Testing

/// The big list of naughty strings, every control and every invisible character, from the port to
/// the terminal and to what readers print.
@Suite(.serialized) struct NaughtyTextTests {
  private static let fields = [
    "pool_name", "connected_with", "department", "disposition", "utm_source", "utm_medium",
    "utm_campaign", "utm_content", "utm_term", "call_status", "employee_fio",
  ]

  /// A store with a call for each text, of which every field is that text.
  private static func filled() throws -> (listening: Listening, texts: [String]) {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let naughty = tests.appendingPathComponent("TUITests/Corpora/naughty-strings.json")
    let scalars = [0x1...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F]
    let texts =
      try JSONDecoder().decode([String].self, from: Data(contentsOf: naughty))
      + scalars.joined().compactMap(Unicode.Scalar.init).map { "Іва\(Character($0))н" }
      + ["\u{1B}[2J\u{1B}]0;owned\u{07}", "\u{9B}31mred", String(repeating: "山", count: 4000)]
    let listening = try Listening()
    let socket = try Socket(port: listening.port)
    for (index, text) in texts.enumerated() {
      var members: [String: String] = [:]
      for field in fields { members[field] = text }
      members["uniqueid"] = "naughty-\(index)"
      members["userfield"] = "38050\(1_000_000 + index)"
      members["call_type"] = "in"
      let body = String(
        decoding: try JSONSerialization.data(withJSONObject: members), as: UTF8.self)
      let answer = try socket.ask(
        "POST \(listening.hook)after HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
          + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
      #expect(answer.status == 200)
    }
    // Wrong UTF-8, and Ukrainian in Windows' code page.
    for (index, text) in ["%C0%AF%1B%5B2J", "%ED%A0%80", "%B2%E2%E0%ED%E5%ED%EA%EE", "%"]
      .enumerated()
    {
      let body = "uniqueid=broken-\(index)&call_type=in&userfield=0501112233&pool_name=\(text)"
      let answer = try socket.ask(
        "POST \(listening.hook)after HTTP/1.1\r\nHost: h\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\n"
          + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
      #expect(answer.status == 200)
    }
    return (listening, texts)
  }

  @Test func `readers and the screen`() throws {
    let (listening, texts) = try Self.filled()
    let count = texts.count + 4
    let shop = listening.shop
    for format in ["table", "csv", "json"] {
      let output = try shop.run("calls", "--format", format, "--limit", "5000")
      let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == count + (format == "json" ? 1 : 2))
      #expect(lines.allSatisfy { Columns.unsafe(in: String($0)).isEmpty })
    }
    #expect(try shop.calls().count == count)

    let console = try shop.openConsole(listening: "off", columns: 120, rows: 60)
    try console.waitFor("1/\(count)")
    try console.sendKeys("z")
    // By scalars: a mark after a colour's "m" makes one character of both.
    let colours = /\u{1B}\[[0-9;]*m/.matchingSemantics(.unicodeScalar)
    var seen = 0
    while true {
      let screen = try console.waitFor("a straight screen after \(seen)") {
        Columns.crooked($0, columns: 120, rows: 60).isEmpty
      }
      #expect(screen.allSatisfy { Columns.unsafe(in: $0).isEmpty })
      for line in try console.captureWithColours() {
        let text = line.replacing(colours, with: "")
        #expect(Columns.unsafe(in: text).isEmpty, "\(text.debugDescription)")
      }
      #expect(try console.query("#{pane_title}") == "Carbook — shop.db")
      seen = try Self.place(screen)
      guard seen < count else { break }
      try console.sendKeys("PageDown")
      try console.waitFor("another row") { [seen] in (try? Self.place($0)) != seen }
    }
    #expect(try console.query("#{alternate_on} #{insert_flag} #{wrap_flag}") == "1 0 1")
    listening.program.signal(SIGTERM)
    #expect(try listening.program.waitForExit() == .status(0))
    #expect(Columns.unsafe(in: listening.program.errors.replacing("\n", with: "")).isEmpty)
  }

  /// The selected row of all, as the figures' line says: `12/340`.
  private static func place(_ screen: [String]) throws -> Int {
    guard let figures = screen.dropFirst().first?.split(separator: " ").last,
      let place = Int(figures.prefix { $0 != "/" })
    else { throw HarnessError(screen.joined(separator: "\n")) }
    return place
  }
}
