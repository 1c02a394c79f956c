import Glibc

/// What every file descriptor of this target goes through.
enum Descriptor {
  /// Makes it non-blocking and closed in child processes (the module lacks accept4 and pipe2).
  static func prepare(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  static func setOption(_ descriptor: Int32, level: Int32, name: Int32, to value: Int32) {
    withUnsafePointer(to: value) {
      _ = setsockopt(descriptor, level, name, $0, socklen_t(MemoryLayout<Int32>.size))
    }
  }

  /// Raises the soft limit on open files, as far as the hard one lets, so that `count` fit.
  /// - Returns: how many may be open now.
  static func allow(_ count: Int) -> Int {
    var limit = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(resource, &limit) == 0 else { return count }
    let wanted = rlim_t(max(0, count))
    if limit.rlim_cur < wanted {
      var raised = limit
      raised.rlim_cur = min(wanted, limit.rlim_max)
      if setrlimit(resource, &raised) == 0 { limit = raised }
    }
    return Int(clamping: limit.rlim_cur)
  }
}
