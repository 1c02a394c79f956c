import Foundation
import Glibc

/// The console on a terminal beside less, tig and lnav: start, keys, memory, an idle minute.
struct ConsoleRows {
  let place: Workplace
  let calls: Int
  let rounds: Int
  let idle: Int

  func figures() throws -> [Figure] {
    let carbook = try Workplace.product("carbook")
    let store = try place.copy(of: place.store(calls: calls), as: "console.db")
    let console = [carbook, "--store", store, "--listen", "off"]
    let text = try lines()
    let less = Workplace.installed("less").map { [$0, "-S", text] }
    let tig = Workplace.installed("tig").map {
      ["/bin/sh", "-c", "cd \(repository) && exec \($0)"]
    }
    let lnav = Workplace.installed("lnav").map { [$0, "-N", short(text)] }
    return try [start(console, less: less, tig: tig, lnav: lnav)]
      + keys(console, less: less, tig: tig)
      + [memory(carbook, store, lnav: lnav, tig: tig)] + idle(console, lnav: lnav)
  }

  /// A line for each call, made once.
  private func lines() throws -> String {
    let path = "\(place.cache)/lines-\(calls).txt"
    guard !FileManager.default.fileExists(atPath: path) else { return path }
    Report.note("making a file of \(calls) lines")
    let line = #"{printf "2026-11-20 11:11:11 in answered +38050%07d Call %d Service 0:27 3:05\n","#
    try Program.run(
      ["/bin/sh", "-c", "seq \(calls) | awk '\(line) $1, $1}' > \(path)"], in: place)
    return path
  }

  /// A million lines of it.
  private func short(_ text: String) -> String {
    let path = place.path("lines.log")
    if !FileManager.default.fileExists(atPath: path) {
      _ = try? Program.run(["/bin/sh", "-c", "head -1000000 \(text) > \(path)"], in: place)
    }
    return path
  }

  /// tig's: this project's own.
  private var repository: String {
    FileManager.default.currentDirectoryPath
  }

  // MARK: - Start

  private func start(
    _ console: [String], less: [String]?, tig: [String]?, lnav: [String]?
  ) throws -> Figure {
    func median(_ arguments: [String]?) throws -> Double? {
      guard let arguments else { return nil }
      var samples = Samples()
      for _ in 0..<rounds {
        let begin = Stopwatch.time(CLOCK_MONOTONIC)
        let pty = try Pty(arguments, in: place)
        let spawned = Stopwatch.time(CLOCK_MONOTONIC) - begin
        samples.add(spawned + pty.settle().time)
      }
      return samples.median
    }
    let ours = try median(console) ?? 0
    let times = [("less", try median(less)), ("tig", try median(tig)), ("lnav", try median(lnav))]
    let limit = times[0].1
    return Figure(
      what: "start to the last byte of the first frame, \(calls) calls",
      ours: Report.milliseconds(ours), peer: ConsoleRows.list(times, Report.milliseconds),
      ratio: limit.map { Report.ratio(ours / $0) } ?? "–", target: "≤ 3 × less",
      isMet: limit.map { ours <= 3 * $0 })
  }

  // MARK: - Keys

  private func keys(_ console: [String], less: [String]?, tig: [String]?) throws -> [Figure] {
    let (pageUp, pageDown, home, end) = ("\u{1B}[5~", "\u{1B}[6~", "\u{1B}[1~", "\u{1B}[4~")
    let dates = ["t2026-03-01", "t2026-08-12"]
    // What a key comes to is worked out ahead where nothing happens for a moment before it.
    let ours: [KeyRow] = [
      KeyRow("down", ["j"]), KeyRow("page down", [pageDown]), KeyRow("End, Home", [end, home]),
      KeyRow("down and page up in turn", ["j", pageUp]),
      KeyRow(
        "page up right behind down, nothing worked out", [pageUp], behind: ["j"], after: 0.005),
      KeyRow("jump to a date, Enter behind the typed line", ["\r"], behind: dates, after: 0.06),
      KeyRow("jump to a date, line and Enter in one piece", dates.map { $0 + "\r" }),
    ]
    let page = try less.map { try median($0, [" ", "b"]).median }
    let tigDown = try tig.map { try median($0, ["j"]).median }
    let pty = try Pty(console, in: place)
    _ = pty.settle()
    return ours.map { row in
      var samples = Samples()
      for round in 0..<(rounds * 8) { samples.add(row.press(round, on: pty)) }
      return Figure(
        what: "key to the last byte painted: \(row.name)",
        ours: "\(Report.milliseconds(samples.median)), p99 \(Report.milliseconds(samples.p99))",
        peer: ConsoleRows.list(
          [("less, page", page), ("tig, down", tigDown)], Report.milliseconds),
        ratio: page.map { Report.ratio(samples.median / $0) } ?? "–",
        target: "≤ 3 × less, p99 ≤ 8 ms",
        isMet: page.map { samples.median <= 3 * $0 && samples.p99 <= 0.008 })
    }
  }

  private func median(_ arguments: [String], _ keys: [String]) throws -> Samples {
    let pty = try Pty(arguments, in: place)
    _ = pty.settle()
    var samples = Samples()
    for round in 0..<(rounds * 8) { samples.add(pty.press(keys[round % keys.count]).time) }
    return samples
  }

  // MARK: - Memory

  private func memory(
    _ carbook: String, _ store: String, lnav: [String]?, tig: [String]?
  ) throws -> Figure {
    let port = Listener.freePort()
    let target = try Listener.target(store: store, in: place)
    let pty = try Pty([carbook, "--store", store, "--listen", "127.0.0.1:\(port)"], in: place)
    _ = pty.settle()
    let start = pty.program.resident
    for _ in 0..<(rounds * 400) { _ = pty.press("\u{1B}[6~", quiet: 0.01) }
    let paged = pty.program.resident
    let (live, warm) = try feed(port, target, of: pty)
    let end = pty.program.resident
    func resident(_ arguments: [String]?) throws -> Double? {
      try arguments.map {
        let peer = try Pty($0, in: place)
        _ = peer.settle(quiet: 1.5)
        return Double(peer.program.resident)
      }
    }
    let peers = [("lnav, 1 million lines", try resident(lnav)), ("tig", try resident(tig))]
    let mebibytes = { (kibibytes: Double) in Report.count(kibibytes / 1024) + " MiB" }
    return Figure(
      what: "resident memory at \(calls) calls: at start, after \(rounds * 400) pages, after "
        + "the first quarter of \(live) live calls, after all",
      ours: [start, paged, warm, end].map { mebibytes(Double($0)) }.joined(separator: ", "),
      peer: ConsoleRows.list(peers, mebibytes),
      ratio: peers[0].1.map { Report.ratio(Double(end) / $0) } ?? "–", target: "≤ 32 MiB, flat",
      isMet: end <= 32 << 10 && end <= warm + ConsoleRows.flatness)
  }

  /// What memory may grow by once every cache has had time to fill, in KiB.
  private static let flatness = 1 << 10

  /// Lets calls come in for twice as many seconds as the idle rows take, while the console shows them.
  /// - Returns: how many, and what was resident after a quarter of the time.
  private func feed(
    _ port: UInt16, _ target: String, of pty: Pty
  ) throws -> (calls: Int, resident: Int) {
    guard let wrk = Workplace.installed("wrk") else { throw BenchError("wrk is not installed") }
    let load = try Program(
      [
        wrk, "-t2", "-c64", "-d\(idle * 2)s", "-s", try Deliveries.script(in: place),
        "http://127.0.0.1:\(port)\(target)",
      ], in: place)
    let watch = Stopwatch()
    var resident: Int?
    while watch.elapsed.wall < Double(idle * 2 + 1) {
      _ = pty.settle(quiet: 0.05, upTo: 1)
      if resident == nil, watch.elapsed.wall > Double(idle) / 2 { resident = pty.program.resident }
    }
    load.wait()
    _ = pty.settle()
    guard !load.output.contains("Non-2xx") else { throw BenchError("a delivery was refused") }
    let calls = Deliveries.number(before: " requests in", in: load.output) ?? 0
    return (Int(calls), resident ?? pty.program.resident)
  }

  // MARK: - Idle

  private func idle(_ console: [String], lnav: [String]?) throws -> [Figure] {
    func figures(_ arguments: [String]?) throws -> (wakeUps: Double, load: Double)? {
      guard let arguments else { return nil }
      let pty = try Pty(arguments, in: place)
      _ = pty.settle(quiet: 1.5)
      let (wakeUps, time) = (pty.program.wakeUps, pty.program.processorTime)
      // What it paints meanwhile has to be read.
      let watch = Stopwatch()
      while watch.elapsed.wall < Double(idle) { _ = pty.settle(quiet: 1, upTo: 1) }
      let seconds = watch.elapsed.wall
      return (
        Double(pty.program.wakeUps - wakeUps) / seconds,
        (pty.program.processorTime - time) / seconds * 100
      )
    }
    guard let ours = try figures(console) else { return [] }
    let htop = try figures(Workplace.installed("htop").map { [$0] })
    let other = try figures(lnav)
    return [
      Figure(
        what: "wake-ups a second of an idle console (\(idle) s)", ours: Report.count(ours.wakeUps),
        peer: ConsoleRows.list(
          [("htop", htop?.wakeUps), ("lnav", other?.wakeUps)], Report.count),
        target: "≤ 2", isMet: ours.wakeUps <= 2),
      Figure(
        what: "processor time of an idle console", ours: Report.count(ours.load) + " %",
        peer: ConsoleRows.list([("htop", htop?.load), ("lnav", other?.load)]) {
          Report.count($0) + " %"
        }, target: "≤ 0.1 %", isMet: ours.load <= 0.1),
    ]
  }

  static func list(
    _ peers: [(String, Double?)], _ text: (Double) -> String
  ) -> String {
    peers.compactMap { name, value in value.map { "\(name) \(text($0))" } }.joined(separator: ", ")
  }
}
