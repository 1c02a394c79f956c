import FoundationEssentials
import Glibc
import Synchronization
import TUI

/// Where a user's view state is kept between sessions: `view.json` in his state folder, readable by
/// him alone. Safe to use from any thread.
final class ViewFile: Sendable {
  /// A file larger than this is none of ours, in bytes.
  private static let limit = 1 << 20

  private let path: String
  /// What this console read or wrote last: what differs from it has been changed here.
  private let known = Mutex(ViewState())

  init(path: String) {
    self.path = path
  }

  static func standardPath(
    _ environment: Environment = .own
  ) -> String {
    StateFolder.path(environment) + "/view.json"
  }

  /// What was kept; nil where the file is there and cannot be understood. It stays beside as
  /// `view.json.bad`.
  func read() -> ViewState? {
    guard let bytes = contents() else { return ViewState() }
    guard let view = ViewFile.decode(bytes) else {
      rename(path, path + ".bad")
      return nil
    }
    known.withLock { $0 = view }
    return view
  }

  /// Keeps it: the whole file or none of it, also where the machine stops.
  func write(_ view: ViewState) throws(SystemError) {
    let base = known.withLock { $0 }
    let present = contents().flatMap(ViewFile.decode) ?? base
    try replace(with: view.merged(since: base, into: present))
    known.withLock { $0 = view }
  }

  private static func decode(_ data: Data) -> ViewState? {
    try? JSONDecoder().decode(ViewState.self, from: data)
  }

  /// Nil where there is no file.
  private func contents() -> Data? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return Data(FileBytes.read(descriptor, upTo: ViewFile.limit) ?? [])
  }

  private func replace(with view: ViewState) throws(SystemError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    guard let data = try? encoder.encode(view) else { return }
    StateFolder.create(holding: path)
    let new = path + ".\(getpid()).new"
    do throws(SystemError) {
      try ViewFile.put(data, in: new)
      guard rename(new, path) == 0 else { throw SystemError("view.json") }
    } catch {
      unlink(new)
      throw error
    }
  }

  private static func put(_ data: Data, in path: String) throws(SystemError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw SystemError("view.json") }
    defer { close(descriptor) }
    var rest = data
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw SystemError("view.json") }
      rest = rest.dropFirst(count)
    }
    guard fchmod(descriptor, 0o600) == 0, fsync(descriptor) == 0 else {
      throw SystemError("view.json")
    }
  }
}
