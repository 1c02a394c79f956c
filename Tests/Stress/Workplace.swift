import Domain
import Foundation
import Store

/// A folder with a store for one run; gone with it unless something broke.
final class Workplace {
  let folder: String
  let token = "stress"
  var isKept = false

  var store: String { folder + "/shop.db" }

  init() throws {
    folder = NSTemporaryDirectory() + "/carbook-stress-\(getpid())"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let made = try Store.open(store, access: .writer, actor: "stress")
    _ = try made.createIntegration(name: "Stress", token: token, now: Timestamp.now)
    made.close()
  }

  deinit {
    if isKept {
      Report.line("  everything is left in \(folder)")
    } else {
      try? FileManager.default.removeItem(atPath: folder)
    }
  }

  func path(_ name: String) -> String {
    folder + "/" + name
  }

  /// Bytes of the -wal.
  var walSize: Int {
    var information = stat()
    return stat(store + "-wal", &information) == 0 ? Int(information.st_size) : 0
  }

  /// The program under test, built beside this one.
  static func carbook() throws -> String {
    let path = try ChildProcess.ourselves().replacingOccurrences(
      of: "/stress", with: "/carbook", options: [.backwards, .anchored])
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw StressError("\(path) is not built")
    }
    return path
  }
}

extension Timestamp {
  static var now: Timestamp {
    Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}
