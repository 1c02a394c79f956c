import Foundation
import Glibc

/// What one process saw committed: ids, one a line, on the disk straight after each commit.
final class Ledger {
  private let descriptor: Int32

  init(path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StressError("cannot write \(path)") }
  }

  deinit {
    close(descriptor)
  }

  func note(_ ids: [String]) {
    let bytes = Array(ids.map { $0 + "\n" }.joined().utf8)
    _ = write(descriptor, bytes, bytes.count)
    fsync(descriptor)
  }

  /// Whole lines only: its writer may have been killed while it wrote.
  static func ids(in path: String) -> [String] {
    let bytes = FileManager.default.contents(atPath: path) ?? Data()
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)
    return text.hasSuffix("\n") ? lines : lines.dropLast()
  }
}
