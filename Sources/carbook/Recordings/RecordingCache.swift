import Domain
import Foundation
import Glibc
import TUI

/// Recordings that were fetched once, in this user's cache: a folder for each store, in it a file for
/// each call, readable by the user alone.
struct RecordingCache: Sendable {
  /// What a store's folder may hold, in bytes.
  static let standardLimit = 512 << 20

  let folder: String

  /// - Parameter store: the absolute path of the store.
  init(store: String, environment: [String: String] = ProcessInfo.processInfo.environment) {
    let home = environment["HOME"] ?? NSHomeDirectory()
    let cache = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    folder = (cache ?? home + "/.cache") + "/carbook/recordings/" + RecordingCache.mark(store)
  }

  /// The recording that stands behind a link, where it is here.
  func file(of call: Call.ID, link: String) -> String? {
    let stem = stem(call, link)
    let found = AudioKind.allCases.map { "\(stem).\($0.rawValue)" }.first(
      where: RecordingCache.isReadable)
    // The one heard last is the last to go.
    if let found { utimensat(AT_FDCWD, found, nil, 0) }
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
    _ part: String, of call: Call.ID, link: String, as kind: AudioKind,
    limit: Int = standardLimit
  ) throws(RecordingProblem) -> String {
    let file = "\(stem(call, link)).\(kind.rawValue)"
    guard rename(part, file) == 0 else { throw .disk }
    trim(to: limit, but: file)
    return file
  }

  /// Deletes what belongs to calls that are gone, and what a crash has left half done.
  func prune(keeping isThere: (Call.ID) -> Bool) {
    for entry in entries {
      let isOld = entry.name.hasSuffix(".part") && entry.age > 86_400
      if isOld || entry.call.map(isThere) == false { unlink(entry.path) }
    }
  }

  private func trim(to limit: Int, but kept: String) {
    let entries = entries.sorted { $0.age < $1.age }
    var sum = 0
    for entry in entries {
      sum += entry.size
      if sum > limit, entry.path != kept { unlink(entry.path) }
    }
  }

  private struct Entry {
    let path: String
    let name: String
    let size: Int
    /// In seconds.
    let age: Int

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
        path: path, name: name, size: Int(status.st_size), age: time(nil) - status.st_mtim.tv_sec)
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
