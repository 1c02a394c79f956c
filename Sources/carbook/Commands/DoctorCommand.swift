import Domain
import Glibc
import Store

/// `carbook doctor`: looks at everything a store needs, changes nothing, and says what it found.
enum DoctorCommand {
  /// - Returns: 1 where something fails, else 0.
  static func run(_ invocation: Invocation, path: String, now: Timestamp) throws -> Int32 {
    let findings = findings(path, isFull: invocation.isFull, now: now)
    if invocation.format == .table {
      for finding in findings { try Printer.line(finding.line) }
    } else {
      var writer = invocation.format.writer
      for line in writer.lines(for: findings.map(\.record)) { try Printer.line(line) }
    }
    return findings.contains { $0.verdict == .fail } ? 1 : 0
  }

  private static func findings(_ path: String, isFull: Bool, now: Timestamp) -> [Finding] {
    // Before we have the store open ourselves.
    let diagnosis = Diagnosis(store: path)
    let environment = Environment.own
    let config = ConfigFile(path: ConfigFile.standardPath())
    return inside(path, isFull: isFull, now: now)
      + FileFindings(diagnosis: diagnosis, ownPID: getpid()).all
      + [.listener(diagnosis.listener)] + MachineFindings(environment: environment, now: now).all
      + RecordingFindings(
        config: config,
        cache: RecordingCache(
          store: diagnosis.path, settings: config.settled().config.recordings),
        environment: environment
      ).all
  }

  private static func inside(_ path: String, isFull: Bool, now: Timestamp) -> [Finding] {
    do throws(StoreError) {
      // On a network file system too: that is said elsewhere.
      let store = try Store.open(
        path, access: .reader, actor: Actor.current, allowNetworkFileSystem: true)
      return [Finding("store", .ok, "The store is \(quoted(store.path)).")]
        + StoreFindings(store: store, now: now).all(isFull: isFull)
    } catch .corrupt {
      return [.damaged("integrity")]
    } catch {
      return [Finding("store", .fail, error.description)]
    }
  }
}
