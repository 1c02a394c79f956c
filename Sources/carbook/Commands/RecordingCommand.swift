import Domain
import Glibc
import Store
import TUI

/// `carbook recording --call ID --output FILE`: saves a call's recording, from the cache where it has
/// been heard before.
struct RecordingCommand {
  private let call: Call
  private let settings: RecordingSettings
  private let policy: RecordingPolicy
  private let cache: RecordingCache
  private let signals = EndingSignals()

  static func run(_ invocation: Invocation, store: Store) throws {
    defer { store.close() }
    let command = try RecordingCommand(Call.ID(Int64(invocation.call)), in: store)
    do {
      // Before anything is fetched for it.
      let file = try ExportFile(invocation.output, replaces: invocation.replaces)
      try command.copy(command.recording(), to: file)
    } catch let problem as RecordingProblem {
      throw CommandFailure(problem.text(in: .english))
    } catch ExportFailure.exists {
      throw CommandFailure("There is a file of that name: --replace puts this one in its place.")
    } catch let failure as ExportFailure {
      throw CommandFailure(failure.text(in: .english))
    }
    try Printer.line("The recording of call \(invocation.call) is saved.")
  }

  private init(_ id: Call.ID, in store: Store) throws {
    do throws(ConfigFile.Fault) {
      settings = try ConfigFile(path: ConfigFile.standardPath()).read().recordings
    } catch {
      throw CommandFailure(error)
    }
    guard let call = try store.call(id) else {
      throw CommandFailure("There is no call \(id.rawValue).")
    }
    self.call = call
    policy = try settings.policy(for: store)
    cache = RecordingCache(store: store.path, settings: settings)
  }

  /// - Returns: a file of the cache.
  private func recording() throws -> String {
    guard let link = call.recording else { throw RecordingProblem.none }
    if let file = cache.file(of: call.id, link: link) { return file }
    var line = ProgressLine()
    defer { line.clear() }
    var interrupted: Interrupted?
    do throws(RecordingProblem) {
      return try cache.fetch(call.id, link: link, policy: policy) { received, whole in
        let size = FileFindings.words(Int64(received))
        line.show(whole.map { "\(min(100, received * 100 / max(1, $0))) %, \(size)" } ?? size)
        do throws(Interrupted) {
          try signals.check()
        } catch {
          interrupted = error
        }
        return interrupted == nil
      }
    } catch {
      guard let interrupted else { throw error }
      line.clear()
      Signals.die(of: interrupted.signal)
    }
  }

  private func copy(_ path: String, to file: ExportFile) throws {
    let source = open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw RecordingProblem.disk }
    defer { close(source) }
    while let bytes = FileBytes.read(source, upTo: 1 << 20) {
      guard !bytes.isEmpty else { return try file.finish() }
      try file.write(bytes)
    }
    throw RecordingProblem.disk
  }
}

extension RecordingSettings {
  /// The provider's own hosts may be fetched from, whatever they are called.
  func policy(for store: Store) throws(StoreError) -> RecordingPolicy {
    policy.adding(hostsOf: try store.integrations().map(\.project.baseURL))
  }
}
