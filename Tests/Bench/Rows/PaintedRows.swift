import Foundation
import Glibc

/// From a delivery to its row on the screen, and what a key costs the line to the terminal.
struct PaintedRows {
  let place: Workplace
  let rounds: Int

  func figures() throws -> [Figure] {
    let settings = try silenceBell()
    defer { try? FileManager.default.removeItem(atPath: settings) }
    return try [painted(byOther: false), painted(byOther: true)] + [bytes()]
  }

  private func painted(byOther: Bool) throws -> Figure {
    let store = try place.copy(
      of: place.store(calls: 100_000), as: "painted-\(byOther ? "other" : "same").db")
    let carbook = try Workplace.product("carbook")
    let port = Listener.freePort()
    let target = try Listener.target(store: store, in: place)
    let console = [carbook, "--store", store, "--listen"]
    let listening = try Pty(console + ["127.0.0.1:\(port)"], in: place)
    _ = listening.settle()
    let watching = byOther ? try Pty(console + ["off"], in: place) : listening
    _ = watching.settle()
    let sender = try Sender(port: port, target: target)
    var samples = Samples()
    for index in 0..<(rounds * 20) {
      samples.add(watching.paint { sender.post(Deliveries.now(index)) }.time)
      guard sender.isAccepted else { throw BenchError("a delivery was refused") }
      if byOther { _ = listening.settle(quiet: 0.01) }
    }
    let limit = byOther ? 0.05 : 0.02
    return Figure(
      what: "one delivery to its row painted, \(byOther ? "another console" : "same console")",
      ours: "\(Report.milliseconds(samples.median)), p99 \(Report.milliseconds(samples.p99))",
      target: "p99 ≤ \(Int(limit * 1000)) ms", isMet: samples.p99 <= limit)
  }

  /// A bell is gathered for five seconds (NoticePace): it would be taken for the last byte of whichever
  /// delivery is being painted then.
  /// - Returns: the file of settings that does it.
  private func silenceBell() throws -> String {
    let folder = place.path(".config/carbook")
    let file = folder + "/config.json5"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try #"{ notices: { bell: "off" } }"#.write(toFile: file, atomically: false, encoding: .utf8)
    return file
  }

  /// In tmux, which knows what every cell shows; what the console sends goes to a file beside.
  private func bytes() throws -> Figure {
    let what = "bytes to the terminal per key and changed cell, 80×24"
    guard let tmux = Workplace.installed("tmux") else {
      return Figure(what: what, ours: "tmux is not installed")
    }
    let store = try place.copy(of: place.store(calls: 10_000), as: "bytes.db")
    let (socket, sent) = (place.path("tmux"), place.path("sent"))
    func command(_ arguments: String...) throws -> String {
      try Program.run([tmux, "-S", socket, "-f", "/dev/null"] + arguments, in: place)
    }
    let console = try "\(Workplace.product("carbook")) --store \(store) --listen off"
    _ = try command("new-session", "-d", "-x", "80", "-y", "24", console)
    defer { _ = try? command("kill-server") }
    usleep(800_000)
    _ = try command("pipe-pane", "-o", "cat > \(sent)")
    let screen = { () throws in PaintedRows.cells(try command("capture-pane", "-p", "-e")) }
    var (bytes, cells) = (0, 0)
    for key in ["j", "j", "j", "NPage", "NPage", "j", "k", "PPage", "End", "Home", "2", "1"] {
      let (before, size) = (try screen(), PaintedRows.size(sent))
      _ = try command("send-keys", key)
      usleep(400_000)
      bytes += PaintedRows.size(sent) - size
      cells += zip(before, try screen()).count { $0 != $1 }
    }
    let ratio = Double(bytes) / Double(max(1, cells))
    return Figure(
      what: what, ours: "\(bytes) bytes, \(cells) cells", peer: "the cells", target: "≤ 2",
      isMet: ratio <= 2
    ).with(ratio: Report.ratio(ratio))
  }

  private static func size(_ path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }

  /// Each cell with how it is drawn.
  private static func cells(_ screen: String) -> [String] {
    var cells: [String] = []
    for line in screen.split(separator: "\n", omittingEmptySubsequences: false).prefix(24) {
      var (style, row) = ("", [String]())
      var rest = line[...]
      while let character = rest.popFirst() {
        if character == "\u{1B}" {
          let end = rest.firstIndex(of: "m") ?? rest.endIndex
          style = String(rest[..<end])
          rest = rest[end...].dropFirst()
        } else {
          row.append(style + String(character))
        }
      }
      cells += (row + Array(repeating: " ", count: 80)).prefix(80)
    }
    return cells
  }
}

extension Figure {
  func with(ratio: String) -> Figure {
    var figure = self
    figure.ratio = ratio
    return figure
  }
}
