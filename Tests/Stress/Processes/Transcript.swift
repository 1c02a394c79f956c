import Foundation
import Glibc
import Synchronization

/// What a program sends to its terminal, read by a thread so that it never waits for it.
final class Transcript: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  /// - Parameter master: the other end of its terminal, closed when the program's end is.
  init(master: Int32) {
    Thread { [self] in
      var buffer = [UInt8](repeating: 0, count: 65536)
      while true {
        let count = read(master, &buffer, buffer.count)
        guard count > 0 else { break }
        bytes.withLock { $0 += buffer[..<count] }
      }
      close(master)
    }.start()
  }

  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}
