import Glibc

/// Who is at the keyboard: the Unix user, unless the shop names him otherwise.
enum Actor {
  static let current: String = {
    guard let entry = getpwuid(getuid()) else { return String(getuid()) }
    return String(cString: entry.pointee.pw_name)
  }()
}
