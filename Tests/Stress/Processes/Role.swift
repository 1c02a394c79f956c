import Domain
import Glibc
import Store

/// What a process of ours does to the store, through our own store layer but for the stranger.
enum Role: String {
  /// Takes in one call a transaction and notes what was committed.
  case writer
  /// Puts the -wal back as often as it can.
  case checkpointer
  /// Reads pages of the log, one after the other.
  case reader
  /// A program that knows nothing of ours and sleeps in a transaction.
  case stranger
  /// Opens it as a program of a later version does.
  case migrator

  /// Prints `ready` once it has begun, and its figures at the end.
  func play(store path: String, name: String, seconds: Double, rule: WALRule) throws {
    let deadline = Deadline(seconds)
    switch self {
    case .writer: try write(path, name, deadline, rule)
    case .checkpointer: try checkpoint(path, deadline, rule)
    case .reader: try read(path, deadline, rule)
    case .stranger:
      let stranger = try Inspection(path)
      try stranger.run("BEGIN")
      Report.line("ready \(try stranger.count("SELECT count(*) FROM call"))")
      Deadline.pause(deadline.remaining)
      try stranger.run("COMMIT")
    case .migrator:
      try Store(
        path, access: .writer, actor: "stress", rule: rule, migrations: MigrationRun.migrations
      ).close()
    }
  }

  private func open(_ path: String, _ access: Store.Access, _ rule: WALRule) throws -> Store {
    let store = try Store(path, access: access, actor: "stress", rule: rule)
    Report.line("ready")
    return store
  }

  private func write(
    _ path: String, _ name: String, _ deadline: Deadline, _ rule: WALRule
  ) throws {
    let store = try open(path, .writer, rule)
    let ledger = try Ledger(path: path + ".\(name).ledger")
    guard let integration = try store.integrations().first?.id else { return }
    var failures = Failures()
    var number = 0
    while !deadline.isOver {
      // Transactions of many sizes, as a listener's turns make them.
      let batch = (0..<Int.random(in: 1...16)).map { _ in
        number += 1
        return StressDelivery(id: "\(name)-\(getpid())-\(number)", number: number)
      }
      do throws(StoreError) {
        _ = try store.ingest(batch.map { $0.item(of: integration) }, now: Timestamp.now)
        ledger.note(batch.map(\.id))
        Deadline.pause(Double.random(in: 0...0.004))
      } catch {
        failures.add(error)
      }
    }
    failures.report(of: number)
  }

  private func checkpoint(_ path: String, _ deadline: Deadline, _ rule: WALRule) throws {
    try SlowFiles.install()
    let store = try open(path, .writer, rule)
    var failures = Failures()
    var number = 0
    while !deadline.isOver {
      number += 1
      do throws(StoreError) {
        // Every writer commits within a few of these.
        Deadline.pause(0.0005)
        _ = try store.checkpointPassively()
      } catch {
        failures.add(error)
      }
    }
    failures.report(of: number)
  }

  private func read(_ path: String, _ deadline: Deadline, _ rule: WALRule) throws {
    let store = try open(path, .reader, rule)
    var failures = Failures()
    var number = 0
    while !deadline.isOver {
      number += 1
      do throws(StoreError) {
        _ = try store.calls(LogRequest(anchor: .first, limit: 50))
        _ = try store.callCount()
        _ = try store.promptQueue(limit: 10)
      } catch {
        failures.add(error)
      }
    }
    failures.report(of: number)
  }
}

/// What our own layer refused to do.
private struct Failures {
  private var locked = 0
  private var others: [String: Int] = [:]

  mutating func add(_ error: StoreError) {
    if case .locked = error { locked += 1 } else { others["\(error)", default: 0] += 1 }
  }

  func report(of count: Int) {
    Report.line("done \(count) locked \(locked) failed \(others.values.reduce(0, +))")
    for (sentence, count) in others { Report.complain("\(count) times: \(sentence)") }
  }
}
