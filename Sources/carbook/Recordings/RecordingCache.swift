import Domain
import FoundationEssentials
import Glibc
import TUI

/// Recordings that were fetched once, in this user's cache: a folder for each store, in it a file for
/// each call, readable by the user alone.
struct RecordingCache: Sendable {
  let folder: String
  private let settings: RecordingSettings

  /// - Parameters:
  ///   - store: the absolute path of the store.
  ///   - settings: how much the folder may hold, and for how long.
  init(
    store: String, settings: RecordingSettings = RecordingSettings(),
    environment: Environment = .own
  ) {
    self.settings = settings
    folder =
      RecordingCache.standardFolder(environment) + "/recordings/" + RecordingCache.mark(store)
  }

  /// `$XDG_CACHE_HOME/carbook`, by default `~/.cache/carbook`.
  static func standardFolder(
    _ environment: Environment = .own
  ) -> String {
    let home = environment.home
    let cache = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (cache ?? home + "/.cache") + "/carbook"
  }

  /// The recording that stands behind a link, where it is here.
  func file(of call: Call.ID, link: String) -> String? {
    let stem = stem(call, link)
    let found = AudioKind.allCases.map { "\(stem).\($0.rawValue)" }.first(
      where: RecordingCache.isReadable)
    // The one heard last is the last to go.
    if let found {
      utimensat(AT_FDCWD, found, nil, 0)
      utimensat(AT_FDCWD, found + ".levels", nil, 0)
    }
    return found
  }

  /// Where a recording is to be fetched to; `keep` gives it its name.
  func newFile(of call: Call.ID, link: String) throws(RecordingProblem) -> String {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .disk
    }
    return "\(stem(call, link)).\(getpid()).part"
  }

  /// Takes a fetched file in, and lets the oldest go where there is too much.
  func keep(
    _ part: String, of call: Call.ID, link: String, as kind: AudioKind
  ) throws(RecordingProblem) -> String {
    let file = "\(stem(call, link)).\(kind.rawValue)"
    guard rename(part, file) == 0 else { throw .disk }
    trim(but: file)
    return file
  }

  /// Deletes what belongs to calls that are gone or have another recording now, and what a crash has
  /// left half done.
  /// - Parameter link: of a call's recording, in the store; nil where there is none.
  func prune<Failure: Error>(_ link: (Call.ID) throws(Failure) -> String?) throws(Failure) {
    for entry in entries {
      if let writer = entry.writer {
        if kill(writer, 0) != 0 || entry.age > 86_400 { unlink(entry.path) }
      } else if let call = entry.call {
        // The id alone would not do: that of a deleted call is given to another one.
        let isWanted = try link(call).map { entry.path.hasPrefix(stem(call, $0) + ".") }
        if isWanted != true { unlink(entry.path) }
      }
    }
  }

  /// Bytes of all that is kept, and whether others may read it.
  var state: (bytes: Int, count: Int, isOpen: Bool) {
    let entries = entries
    var status = stat()
    let isFolderOpen = stat(folder, &status) == 0 && status.st_mode & 0o077 != 0
    return (
      entries.map(\.size).reduce(0, +), entries.count { !$0.name.hasSuffix(".levels") },
      isFolderOpen || entries.contains { $0.isOpen }
    )
  }

  /// Lets go what was heard too long ago, and where there is too much, the longest ago.
  func trim(but kept: String? = nil) {
    var sum = 0
    for entry in entries.sorted(by: { $0.age < $1.age }) {
      sum += entry.size
      let isTooMuch = sum > settings.cacheLimit || entry.age > settings.cacheDays * 86_400
      if isTooMuch, entry.path != kept { unlink(entry.path) }
    }
  }

  private struct Entry {
    let path: String
    let name: String
    let size: Int
    /// In seconds.
    let age: Int
    /// Whether others than its owner may read it.
    let isOpen: Bool

    /// The process that is fetching it: `7-3f2a.4711.part`.
    var writer: pid_t? {
      guard name.hasSuffix(".part") else { return nil }
      return name.split(separator: ".").dropLast().last.flatMap { pid_t($0) } ?? 0
    }

    var call: Call.ID? {
      name.split(separator: "-").first.flatMap { Int64($0) }.map { Call.ID($0) }
    }
  }

  private var entries: [Entry] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name in
      var status = stat()
      let path = "\(folder)/\(name)"
      guard lstat(path, &status) == 0 else { return nil }
      return Entry(
        path: path, name: name, size: Int(status.st_size), age: time(nil) - status.st_mtim.tv_sec,
        isOpen: status.st_mode & 0o077 != 0)
    }
  }

  private static func isReadable(_ path: String) -> Bool {
    access(path, R_OK) == 0
  }

  private func stem(_ call: Call.ID, _ link: String) -> String {
    "\(folder)/\(call.rawValue)-\(RecordingCache.mark(link))"
  }

  /// FNV-1a: tells names apart, and does not show what they are made from.
  private static func mark(_ text: String) -> String {
    let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }
}

extension RecordingCache {
  /// Brings a recording here.
  /// - Returns: its path.
  func fetch(
    _ call: Call.ID, link: String, policy: RecordingPolicy, goesOn: Curl.Progress
  ) throws(RecordingProblem) -> String {
    let part = try newFile(of: call, link: link)
    let kind = try RecordingFetch(policy: policy).fetch(link, to: part, goesOn: goesOn)
    return try keep(part, of: call, link: link, as: kind)
  }
}
