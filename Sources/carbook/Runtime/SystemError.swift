import Glibc

/// A system call that failed: what was tried, and the system's words for why.
struct SystemError: Error, Equatable, CustomStringConvertible {
  let action: String
  let code: Int32

  init(_ action: String, code: Int32 = errno) {
    self.action = action
    self.code = code
  }

  var description: String {
    "\(action): \(String(cString: strerror(code)))"
  }
}
