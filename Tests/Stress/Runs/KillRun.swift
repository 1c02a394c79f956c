/// Two listeners, a console and a writing process share a store while calls are delivered; at random
/// moments one of them, any of them, is killed and started again.
final class KillRun {
  private let rounds: Int
  private let place: Workplace
  private let port: UInt16
  private var listeners: [Listening] = []
  private var console: ConsoleProcess?
  private var writer: ChildProcess?
  /// Lines that a start must not print.
  private var alarms: [String] = []
  private var outages = Latencies()

  init(rounds: Int) throws {
    self.rounds = rounds
    place = try Workplace()
    port = try HTTPClient.freePort()
  }

  func start() throws -> Bool {
    Report.line("kill: \(rounds) rounds, 4 processes")
    for victim in 0..<4 { try begin(victim) }
    let senders = Senders(4, port: port, token: place.token, interval: 0.02)
    var lost = 0
    var doubled = 0
    var damaged = 0
    var stuck = 0
    for round in 1...max(1, rounds) {
      Deadline.pause(Double.random(in: 0...0.12))
      let victim = Int.random(in: 0..<4)
      let killed = Deadline.now
      end(victim)
      let before = senders.confirmedCount
      try begin(victim)
      if !Deadline.wait(10, until: { senders.confirmedCount > before }) { stuck += 1 }
      outages.add(Deadline.now - killed)
      let store = try Inspection(place.store)
      lost += try missing(senders.takeConfirmed() + newlyWritten(), in: store)
      doubled = try Verdict.doubled(in: store)
      if store.integrity != "ok" { damaged += 1 }
      if round % 100 == 0 {
        Report.line("  round \(round): \(senders.confirmedCount) answered 200, \(lost) lost")
      }
    }
    senders.finish()
    let store = try Inspection(place.store)
    lost += try missing(senders.takeConfirmed() + newlyWritten(), in: store)
    let isKept = [
      Report.promise(
        "\(senders.confirmedCount) deliveries answered 200, refused: \(senders.refused)",
        senders.confirmedCount > 0 && senders.refused.isEmpty),
      Report.promise("\(writtenCount) written by the writing process", writtenCount > 0),
      Report.promise("\(lost) lost", lost == 0),
      Report.promise("\(doubled) doubled", doubled == 0),
      Report.promise("\(damaged) rounds with a failing integrity_check", damaged == 0),
      Report.promise("\(stuck) rounds without a delivery in 10 s after the kill", stuck == 0),
      Report.promise("\(alarms.count) alarming lines", alarms.isEmpty),
    ].allSatisfy { $0 }
    Report.line("  from the kill to the next 200: \(outages.line)")
    for alarm in Set(alarms).prefix(10) { Report.line("  \(alarm)") }
    place.isKept = !isKept
    return isKept
  }

  // MARK: The four

  /// Starts a process and waits until it works; what it says meanwhile must not alarm anybody.
  private func begin(_ victim: Int) throws {
    switch victim {
    case 0, 1:
      let listening = try Listening(name: "listener-\(victim)", port: port, in: place)
      if listeners.count > victim {
        listeners[victim] = listening
      } else {
        listeners.append(listening)
      }
      expect(Deadline.wait(10) { listening.isReady }, "a listener is not ready")
    case 2:
      let started = try ConsoleProcess(name: "console", port: port, in: place)
      console = started
      expect(Deadline.wait(10) { started.isReady }, "a console shows nothing")
    default:
      let started = try ChildProcess(.writer, name: "writer", in: place, seconds: 86_400)
      writer = started
      expect(Deadline.wait(10) { started.line("ready") != nil }, "a writer is not ready")
    }
  }

  /// Kills it, after a look at what it has said in its life.
  private func end(_ victim: Int) {
    switch victim {
    case 0, 1:
      let process = listeners[victim].process
      expect(process.isRunning, "a listener had ended by itself")
      process.kill()
      alarms += KillRun.alarming(process.output + process.errors)
    case 2:
      guard let console else { return }
      expect(console.process.isRunning, "a console had ended by itself")
      console.process.kill()
      alarms += KillRun.alarming(console.process.errors + console.process.log)
      alarms += KillRun.alarmingWords.filter(console.screen.contains)
    default:
      guard let writer else { return }
      expect(writer.isRunning, "a writer had ended by itself")
      writer.kill()
      alarms += KillRun.alarming(writer.errors)
    }
  }

  private func expect(_ isTrue: Bool, _ otherwise: String) {
    if !isTrue { alarms.append(otherwise) }
  }

  private static let usual = [
    "listening on http://", "stopped listening", "waiting for 127.0.0.1:",
  ]
  private static let alarmingWords = ["damaged", "locked by", "cannot", "Cannot", "disk", "Fatal"]

  /// Lines that are not part of everyday life.
  private static func alarming(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { line in
      !usual.contains { line.contains($0) }
    }
  }

  // MARK: What must be there

  private var writtenCount = 0

  private func newlyWritten() -> [String] {
    let ids = Ledger.ids(in: place.store + ".writer.ledger")
    defer { writtenCount = ids.count }
    return Array(ids.dropFirst(writtenCount))
  }

  /// A delivery may wait in the spool for a moment; five seconds is too long.
  private func missing(_ ids: [String], in store: Inspection) throws -> Int {
    var rest = ids
    _ = try Deadline.wait(5) {
      rest = try rest.filter {
        try store.count(
          "SELECT count(*) FROM event JOIN call ON call.id = call_id WHERE provider_id = ?", $0)
          == 0
      }
      return rest.isEmpty
    }
    return rest.count
  }
}
