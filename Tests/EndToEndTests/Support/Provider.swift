import Foundation
import TestSupport

/// A provider whose recordings are on this machine, a configuration that allows them, and players.
final class Provider {
  let shop: Shop
  let server: WebServer
  private var calls = 0

  /// A minute of stereo: the client speaks, then the employee.
  init(_ shop: Shop) throws {
    self.shop = shop
    let path = shop.folder.path("talk.wav")
    let (exit, _, errors) = try Program.run(
      [
        "ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i",
        "aevalsrc='0.5*sin(880*t)*between(t,0,30)|0.5*sin(660*t)*between(t,30,60)':d=60:s=8000",
        path,
      ], in: shop.folder)
    guard exit == .status(0) else { throw HarnessError("ffmpeg: \(errors)") }
    let wave = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    server = try WebServer { request in
      switch request.target {
      case "/gone.wav": .response(404)
      case "/denied.wav": .response(403)
      case "/page.wav": .response(200, ["Content-Type: audio/wav"], body: Array("<html>".utf8))
      case "/big.wav": .bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 104857601\r\n\r\n".utf8))
      case "/home.wav": .response(302, ["Location: https://10.0.0.1/x.wav"])
      case "/slow.wav":
        .beginning(Array("HTTP/1.1 200 OK\r\nContent-Length: \(wave.count)\r\n\r\n".utf8))
      case "/broken.wav": .response(500)
      default: .response(200, body: wave)
      }
    }
    try configure(player: ["mpv", "--ao=null"])
  }

  /// - Parameter player: empty for the first one installed.
  func configure(player: [String], _ more: String = "") throws {
    let words = player.map { "\"\($0)\"" }.joined(separator: ", ")
    try configure(
      """
      // A provider on this machine.
      {
        recordings: {
          allow: ["\(server.origin)", "http://127.0.0.1:1"],
          player: [\(words)],
          \(more)
        },
      }
      """)
  }

  func configure(_ text: String) throws {
    let folder = shop.folder.path("config/carbook")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: folder + "/config.json5", atomically: false, encoding: .utf8)
  }

  /// A call that has ended, with a link to its recording.
  /// - Returns: the provider's id.
  @discardableResult
  func deliver(
    _ link: String?, id: String? = nil, from number: String = "380670001122",
    at date: String? = nil
  ) throws -> String {
    calls += 1
    let id = id ?? "recorded-\(calls)"
    let address = link.map { $0.hasPrefix("/") ? server.origin + $0 : $0 }
    let recording = address.map { ",\"has_recording\":\"1\",\"recording\":\"\($0)\"" } ?? ""
    let start = date.map { ",\"calldate\":\"\($0)\"" } ?? ""
    let response = try shop.send(
      "after",
      """
      {"uniqueid":"\(id)","call_type":"in","userfield":"\(number)","dst":"380440000009",
      "disposition":"ANSWERED","billsec":"60","duration":"70"\(recording)\(start)}
      """)
    guard response.status == 200 else { throw HarnessError("after: \(response.status)") }
    return id
  }

  /// Makes a player that notes its process and does that.
  /// - Returns: its path.
  func player(_ body: String) throws -> String {
    let path = shop.folder.path("player")
    try "#!/bin/sh\necho $$ >> \(shop.folder.path("players"))\n\(body)\n".write(
      toFile: path, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  /// Processes of players that were started, the latest last.
  var players: [pid_t] {
    let text = try? String(contentsOfFile: shop.folder.path("players"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").compactMap { pid_t($0) }
  }

  /// Waits for the first player that is started.
  func waitForPlayer() throws -> pid_t {
    try wait(for: "a player") { players.first }
  }

  /// Files of recordings that are kept.
  var kept: [String] {
    let found = FileManager.default.enumerator(atPath: shop.folder.path("cache"))
    return (found?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".wav") }
  }
}

/// The state of a process as `ps` names it; nil where there is none. A zombie that nobody of ours has
/// to reap counts as gone.
func processState(_ pid: pid_t) -> Character? {
  guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
    let end = stat.lastIndex(of: ")")
  else { return nil }
  let state = stat[stat.index(end, offsetBy: 2)]
  return state == "Z" ? nil : state
}
