import Foundation

/// A folder of a test's own, gone with it.
final class TemporaryFolder: Sendable {
  /// Absolute, without a slash at its end.
  let path: String

  init() throws {
    let created = "/tmp/carbook-test-XXXXXX".withCString { template -> String? in
      guard let copy = strdup(template) else { return nil }
      defer { free(copy) }
      return mkdtemp(copy).map { String(cString: $0) }
    }
    guard let created else { throw HarnessError("mkdtemp: errno \(errno)") }
    path = created
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func path(_ name: String) -> String {
    path + "/" + name
  }

  /// What a program needs so that nothing of the tester's own is read or written.
  var environment: [String: String] {
    [
      "HOME": path, "XDG_DATA_HOME": path("data"), "XDG_CONFIG_HOME": path("config"),
      "XDG_STATE_HOME": path("state"), "XDG_CACHE_HOME": path("cache"),
      "XDG_RUNTIME_DIR": path, "TMPDIR": path, "LANG": "C.UTF-8", "SHELL": "/bin/sh",
      "TZ": "Europe/Kyiv", "TERM": "xterm-256color",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
  }
}
