import Store

/// Three processes write and two checkpoint one -wal: with the rule of `WALRule` nothing is lost,
/// without it SQLite before 3.51.3 loses commits (https://www.sqlite.org/wal.html#walresetbug).
struct WALRun {
  let seconds: Double
  let rule: WALRule

  private static let writers = (1...3).map { "writer-\($0)" }
  private static let checkpointers = (1...2).map { "checkpointer-\($0)" }

  func start() throws -> Bool {
    let place = try Workplace()
    let isOff = rule == .library
    Report.line("wal: 3 writers, 2 checkpointers, \(seconds) s, rule \(isOff ? "off" : "on")")
    let processes =
      try WALRun.writers.map {
        try ChildProcess(.writer, name: $0, in: place, seconds: seconds, isLibraryRule: isOff)
      }
      + WALRun.checkpointers.map {
        try ChildProcess(
          .checkpointer, name: $0, in: place, seconds: seconds, isLibraryRule: isOff)
      }
    let exits = processes.map { $0.waitForExit(seconds + 30) }
    for (name, process) in zip(WALRun.writers + WALRun.checkpointers, processes) {
      Report.line("  \(name): \(process.line("done") ?? "no figures") \(process.errors)")
    }
    let committed = WALRun.writers.flatMap { Ledger.ids(in: place.store + ".\($0).ledger") }
    let verdict = Verdict(committed, in: place.store)
    let isClean = [
      Report.promise("\(committed.count) committed", !committed.isEmpty),
      Report.promise(
        "\(verdict.lost.map(String.init) ?? "unreadable, all") lost", verdict.lost == 0),
      Report.promise("\(verdict.doubled) doubled", verdict.doubled == 0),
      Report.promise("integrity_check: \(verdict.integrity)", verdict.integrity == "ok"),
      Report.promise(
        "every process ended by itself", exits.allSatisfy { $0 == .status(0) }),
    ].allSatisfy { $0 }
    place.isKept = !isClean && !isOff
    return isClean
  }
}
