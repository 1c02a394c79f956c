/// So many deliveries a second for a minute over kept connections: fast answers, nothing lost.
struct SoakRun {
  let seconds: Double
  /// Deliveries a second.
  let rate: Int

  private static let clients = 32

  func start() throws -> Bool {
    let place = try Workplace()
    let port = try HTTPClient.freePort()
    let listening = try Listening.accepting(port: port, in: place)
    Report.line("soak: \(rate) deliveries a second, \(SoakRun.clients) connections, \(seconds) s")
    let senders = Senders(
      SoakRun.clients, port: port, token: place.token,
      interval: Double(SoakRun.clients) / Double(rate))
    Deadline.pause(seconds)
    senders.finish()
    let latencies = senders.latencies
    let verdict = Verdict(senders.takeConfirmed(), in: place.store)
    let wanted = Int(Double(rate) * seconds * 0.98)
    let isKept = [
      Report.promise(
        "\(senders.confirmedCount) answered 200, refused: \(senders.refused)",
        senders.confirmedCount >= wanted && senders.refused.isEmpty),
      Report.promise("\(verdict.lost ?? -1) lost, \(verdict.doubled) doubled", verdict.lost == 0),
      Report.promise(
        latencies.line + " (p50 at most 10, p99 at most 50)",
        latencies.milliseconds(0.5) <= 10 && latencies.milliseconds(0.99) <= 50),
      Report.promise("integrity_check: \(verdict.integrity)", verdict.integrity == "ok"),
      Report.promise(
        "memory \(listening.kibibytes("VmHWM") / 1024) MiB at most (under 64)",
        listening.kibibytes("VmHWM") < 64 * 1024),
    ].allSatisfy { $0 }
    place.isKept = !isKept
    return isKept
  }
}
