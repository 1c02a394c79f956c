import Foundation

/// The bench's folders: one for this run, which goes with it, and one where what takes minutes to make
/// is kept.
struct Workplace {
  let folder: String
  let cache: String

  init() throws {
    folder = NSTemporaryDirectory() + "/carbook-bench-\(getpid())"
    let variables = ProcessInfo.processInfo.environment
    let home = variables["XDG_CACHE_HOME"] ?? (variables["HOME"] ?? "/tmp") + "/.cache"
    cache = home + "/carbook-bench"
    for folder in [folder, cache] {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func remove() {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// A program of this build, which stands beside this one.
  static func product(_ name: String) throws -> String {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = String(own.prefix(upTo: own.lastIndex(of: "/") ?? own.endIndex)) + "/" + name
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw BenchError("\(path) has not been built")
    }
    return path
  }

  /// Nil where it is not installed.
  static func installed(_ name: String) -> String? {
    ["/usr/bin/", "/usr/sbin/", "/bin/"].map { $0 + name }
      .first(where: FileManager.default.isExecutableFile)
  }

  /// A store of so many demo calls, made once. What the tables are like is part of its name.
  func store(calls: Int) throws -> String {
    let carbook = try Workplace.product("carbook")
    let empty = path("empty.db")
    if !FileManager.default.fileExists(atPath: empty) {
      try Program.run([carbook, "links", "--store", empty], in: self)
    }
    let schema = try Program.run(
      ["/usr/bin/sqlite3", "-readonly", empty, "SELECT sql FROM sqlite_schema ORDER BY 1"],
      in: self)
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in schema.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    let store = "\(cache)/\(calls)-\(String(hash, radix: 36)).db"
    if !FileManager.default.fileExists(atPath: store) {
      Report.note("making a store of \(calls) calls")
      let time = try Stopwatch.measure {
        try Program.run([carbook, "demo", "--calls", "\(calls)", "--store", store], in: self)
      }
      Report.note("made in \(Int(time.wall)) s")
    }
    return store
  }

  /// A store that may be written to: the cached ones stay as they are.
  func copy(of store: String, as name: String) throws -> String {
    try Program.run(["/bin/cp", "--reflink=auto", store, path(name)], in: self)
    // Gigabytes on their way to the disk would be measured with what comes next.
    sync()
    return path(name)
  }
}

struct BenchError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
