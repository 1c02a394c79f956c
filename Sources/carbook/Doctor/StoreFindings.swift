import Domain
import Store
import TUI

/// What is found in the store itself, which has to be opened for it.
struct StoreFindings {
  let store: Store
  let now: Timestamp

  /// A clock that is wrong by less than this many seconds troubles nobody.
  private static let tolerance: Int64 = 60

  func all(isFull: Bool) -> [Finding] {
    [
      found("schema") { () throws(StoreError) in
        Finding("schema", .ok, "The store is of version \(try store.schemaVersion).")
      },
      found("integrity") { () throws(StoreError) in integrity(try store.faults(isFull: isFull)) },
      found("counts") { () throws(StoreError) in counts(areRight: try store.countsAreRight()) },
      found("owners") { () throws(StoreError) in owners(areRight: try store.ownersAreRight()) },
      found("delivery") { () throws(StoreError) in delivery(try store.lastDelivery()) },
      found("outbox") { () throws(StoreError) in outbox(try store.providerStatus(now: now)) },
    ]
  }

  /// A store that is damaged in one place may have much to say in others.
  private func found(_ topic: String, _ look: () throws(StoreError) -> Finding) -> Finding {
    do throws(StoreError) {
      return try look()
    } catch .corrupt {
      return .damaged(topic)
    } catch {
      return Finding(topic, .fail, error.description)
    }
  }

  func integrity(_ faults: [String]) -> Finding {
    faults.isEmpty
      ? Finding("integrity", .ok, "SQLite finds nothing wrong with the store.")
      : Finding(
        "integrity", .fail,
        "SQLite finds faults; restore a backup: \(quoted(faults[0])).")
  }

  func counts(areRight: Bool) -> Finding {
    areRight
      ? Finding("counts", .ok, "The counts that screens show are those of the log.")
      : Finding(
        "counts", .fail, "The counts that screens show are wrong: carbook replay mends them.")
  }

  func owners(areRight: Bool) -> Finding {
    areRight
      ? Finding("owners", .ok, "The log and the contacts agree whose each number is.")
      : Finding(
        "owners", .fail,
        "The log is wrong about whose some numbers are: carbook replay mends it.")
  }

  func delivery(_ last: Timestamp?) -> Finding {
    guard let last else {
      return Finding(
        "delivery", .warn, "No delivery has come yet: carbook links prints what to paste.")
    }
    let age = now.seconds(since: last)
    guard age > -StoreFindings.tolerance else {
      return Finding(
        "delivery", .warn,
        "The last delivery came \(StoreFindings.words(-age)) from now: a clock was or is wrong.")
    }
    return Finding("delivery", .ok, "The last delivery came \(StoreFindings.words(age)) ago.")
  }

  /// How it stands with the providers' address books and logs, the worst first.
  func outbox(_ status: [ProviderStatus]) -> Finding {
    for status in status where status.isReady {
      for trouble in status.troubles {
        // Without the provider's own words, which may name anybody.
        let problem = ProviderProblem(trouble.problem.cause, code: trouble.problem.code)
        return Finding(
          "outbox", trouble.notBefore == nil ? .fail : .warn, problem.text(in: .english))
      }
      if status.isClockWrong {
        return Finding(
          "outbox", .warn,
          "This machine's clock is \(StoreFindings.words(abs(status.skew))) off the provider's.")
      }
    }
    let (waiting, refused) = (
      status.map(\.waiting).reduce(0, +), status.map(\.refused).reduce(0, +)
    )
    if refused > 0 {
      return Finding(
        "outbox", .warn,
        "Pushes that the provider refused: \(refused). carbook outbox list says why.")
    }
    guard waiting > 0 else { return Finding("outbox", .ok, "Nothing waits to be pushed.") }
    return Finding(
      "outbox", status.contains { $0.isReady } ? .ok : .warn,
      "\(waiting) pushes wait\(status.contains { $0.isReady } ? "." : " for an integration that is on and has a key.")"
    )
  }

  /// The two largest units.
  static func words(_ seconds: Int64) -> String {
    let seconds = max(0, seconds)
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
    if days > 0 { return "\(days) d \(hours) h" }
    if hours > 0 { return "\(hours) h \(minutes) min" }
    return minutes > 0 ? "\(minutes) min" : "\(seconds) s"
  }
}
