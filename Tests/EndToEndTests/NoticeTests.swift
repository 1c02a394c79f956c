import Foundation
import Testing

/// A person who looks elsewhere is told.
@Suite(.serialized) struct NoticeTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
  }

  private func configure(_ text: String) throws {
    let folder = shop.folder.path("config/carbook")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: folder + "/config.json5", atomically: false, encoding: .utf8)
  }

  private func miss(_ id: String, from number: String) throws {
    let response = try shop.send(
      "after",
      """
      {"uniqueid":"\(id)","call_type":"in","userfield":"\(number)","dst":"380440000009",
      "disposition":"NO ANSWER","waittime":"31","billsec":"0"}
      """)
    #expect(response.status == 200)
  }

  @Test func `a hook is told of a new client and of a missed call`() throws {
    let said = shop.folder.path("said")
    let script = shop.folder.path("hook")
    try
      "#!/bin/sh\necho \"$1 $CARBOOK_EVENT $CARBOOK_COUNT $CARBOOK_NUMBER\" >> \(said)\nsleep 60\n"
      .write(toFile: script, atomically: false, encoding: .utf8)
    #expect(chmod(script, 0o700) == 0)
    try configure("{notices: {hook: ['\(script)', '$(id)'], bell: 'off'}}")
    let console = try shop.console()
    let lines = { () -> [String] in
      ((try? String(contentsOfFile: said, encoding: .utf8)) ?? "").split(separator: "\n")
        .map(String.init)
    }
    try shop.ring("n-1", from: "380501112233")
    try wait(for: "the first notice") { lines().isEmpty ? nil : true }
    try miss("n-1", from: "380501112233")
    try wait(for: "the second notice") { lines().count < 2 ? nil : true }
    #expect(
      lines() == ["$(id) new-client 1 +380501112233", "$(id) missed-call 1 +380501112233"])
    // The hooks still run.
    try console.sendKeys("q")
    #expect(try console.waitForExit(upTo: 10) == .status(0))
  }

  @Test func `the desktop is told through the terminal`() throws {
    try configure("{notices: {desktop: 'terminal'}}")
    let stream = shop.folder.path("stream")
    let console = try shop.openConsole(environment: ["TMUX": ""])
    try console.waitFor("● :")
    try console.pipe(to: stream)
    try shop.ring("d-1", from: "380501112233")
    try console.waitFor("☎ New client")
    try wait(for: "the announcement") {
      let sent = (try? Data(contentsOf: URL(filePath: stream))) ?? Data()
      let text = String(decoding: sent, as: UTF8.self)
      return text.contains("]9;New client on Carbook: +380 50 111 22 33, ") ? true : nil
    }
  }
}
