import Foundation

/// `carbook backup` again and again while deliveries come in: each copy is whole and holds every call
/// that was answered before it was begun.
struct BackupRun {
  let seconds: Double
  /// Deliveries a second.
  let rate: Int

  private static let clients = 32

  func start() throws -> Bool {
    let place = try Workplace()
    let port = try HTTPClient.freePort()
    let listening = try Listening.accepting(port: port, in: place)
    Report.line("backup: \(rate) deliveries a second, \(seconds) s, one copy after the other")
    let senders = Senders(
      BackupRun.clients, port: port, token: place.token,
      interval: Double(BackupRun.clients) / Double(rate))
    let deadline = Deadline(seconds)
    var confirmed: [String] = []
    var faults: [String] = []
    var durations = Latencies()
    var missing = 0
    while !deadline.isOver {
      confirmed += senders.takeConfirmed()
      let path = place.path("copy-\(durations.count).db")
      let began = Deadline.now
      let copying = try ChildProcess(
        [Workplace.carbook(), "backup", path, "--store", place.store], name: "backup", in: place)
      let exit = copying.waitForExit(30)
      durations.add(Deadline.now - began)
      if exit != .status(0) {
        faults.append(copying.errors)
        continue
      }
      let verdict = Verdict(confirmed, in: path)
      missing += verdict.lost ?? confirmed.count
      if verdict.integrity != "ok" { faults.append(verdict.integrity) }
      unlink(path)
    }
    senders.finish()
    confirmed += senders.takeConfirmed()
    let verdict = Verdict(confirmed, in: place.store)
    let isKept = [
      Report.promise(
        "\(senders.confirmedCount) answered 200, refused: \(senders.refused)",
        senders.confirmedCount > 0 && senders.refused.isEmpty),
      Report.promise(
        "\(durations.count) copies, each whole (integrity_check)",
        durations.count > 0 && faults.isEmpty),
      Report.promise("\(missing) calls missing that were answered before", missing == 0),
      Report.promise("\(verdict.lost ?? -1) lost, \(verdict.doubled) doubled", verdict.lost == 0),
      Report.promise("integrity_check: \(verdict.integrity)", verdict.integrity == "ok"),
      Report.promise(
        "the listener lives: \(listening.process.errors)", listening.process.isRunning),
    ].allSatisfy { $0 }
    Report.line("  a copy took \(durations.line)")
    Report.line("  an answer meanwhile \(senders.latencies.line)")
    for fault in Set(faults).prefix(5) { Report.line("  \(fault)") }
    place.isKept = !isKept
    return isKept
  }
}
