import Foundation

/// Eight processes write, eight read: nobody ever hears that the store is locked, and the -wal stays
/// small. Then a stranger sleeps in a transaction while a listener takes deliveries.
struct ReadersRun {
  let seconds: Double

  private static let limit = 16 << 20
  private static let mebibyte = 1 << 20

  func start() throws -> Bool {
    let place = try Workplace()
    let isKept = try [share(place), endureStranger(place)].allSatisfy { $0 }
    place.isKept = !isKept
    return isKept
  }

  private func share(_ place: Workplace) throws -> Bool {
    Report.line("readers: 8 writers, 8 readers, \(seconds) s")
    let names = (1...8).map { "writer-\($0)" }
    let writers = try names.map {
      try ChildProcess(.writer, name: $0, in: place, seconds: seconds)
    }
    let readers = try (1...8).map {
      try ChildProcess(.reader, name: "reader-\($0)", in: place, seconds: seconds)
    }
    let everyone = writers + readers
    let deadline = Deadline(seconds + 30)
    var largest = 0
    while everyone.contains(where: \.isRunning), !deadline.isOver {
      largest = max(largest, place.walSize)
      Deadline.pause(0.005)
    }
    let done = everyone.compactMap { $0.line("done") }
    let isSilent = done.count == 16 && done.allSatisfy { $0.hasSuffix("locked 0 failed 0") }
    if !isSilent {
      for process in everyone { Report.line("  \(process.output) \(process.errors)") }
    }
    let committed = names.flatMap { Ledger.ids(in: place.store + ".\($0).ledger") }
    let verdict = Verdict(committed, in: place.store)
    return [
      Report.promise("no process was told that the store is locked", isSilent),
      Report.promise(
        "the -wal had at most \(largest / ReadersRun.mebibyte) MiB (under 16)",
        largest < ReadersRun.limit),
      Report.promise("\(committed.count) committed, \(verdict.lost ?? -1) lost", verdict.lost == 0),
      Report.promise("integrity_check: \(verdict.integrity)", verdict.integrity == "ok"),
    ].allSatisfy { $0 }
  }

  /// Deliveries end before the stranger's transaction does, so nothing but the listener's own care makes
  /// the -wal small again.
  private func endureStranger(_ place: Workplace) throws -> Bool {
    let sleep = max(10, seconds / 3)
    Report.line("readers: a stranger sleeps \(sleep) s in a transaction, 8 clients deliver")
    let port = try HTTPClient.freePort()
    let listening = try Listening.accepting(port: port, in: place)
    let stranger = try ChildProcess(.stranger, name: "stranger", in: place, seconds: sleep)
    guard Deadline.wait(5, until: { stranger.line("ready") != nil }) else {
      throw StressError("the stranger does not read: \(stranger.errors)")
    }
    let senders = Senders(8, port: port, token: place.token, interval: 0.01)
    Deadline.pause(sleep - 3)
    senders.finish()
    let grown = place.walSize
    let wasThere = stranger.isRunning
    _ = Deadline.wait(sleep + 10) { !stranger.isRunning }
    let freed = Deadline.now
    let isSmall = Deadline.wait(5) { place.walSize < ReadersRun.limit }
    let took = Deadline.now - freed
    let verdict = Verdict(senders.takeConfirmed(), in: place.store)
    return [
      Report.promise(
        "\(senders.confirmedCount) deliveries answered 200, refused: \(senders.refused)",
        senders.confirmedCount > 0 && senders.refused.isEmpty),
      Report.promise("\(verdict.lost ?? -1) lost", verdict.lost == 0),
      Report.promise(
        "the -wal grew to \(grown / ReadersRun.mebibyte) MiB and had "
          + "\(place.walSize / ReadersRun.mebibyte) MiB \(String(format: "%.1f", took)) s after",
        wasThere && grown > ReadersRun.limit && isSmall),
      Report.promise(
        "the listener lives: \(listening.process.errors)", listening.process.isRunning),
    ].allSatisfy { $0 }
  }
}
