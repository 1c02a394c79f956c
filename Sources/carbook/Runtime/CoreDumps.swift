import Glibc

/// A core file would hold every number and name that was in memory.
enum CoreDumps {
  static func disable() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }
}
