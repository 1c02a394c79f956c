import Glibc

/// Ends a `poll` from any thread. Its two descriptors live as long as the last one who may wake.
public final class WakePipe: Sendable {
  /// Readable once somebody has called `wake()`.
  public let readEnd: Int32
  private let writeEnd: Int32

  /// Nil where the process has no descriptors left.
  public init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    ends.forEach(Descriptor.prepare)
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// From any thread, and in a signal handler.
  public func wake() {
    // A full pipe is as good as another byte: the reader will wake.
    var byte: UInt8 = 1
    _ = write(writeEnd, &byte, 1)
  }

  /// Waits until somebody wakes or the time is over.
  public func wait(milliseconds: Int32) {
    var request = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
    poll(&request, 1, milliseconds)
  }

  /// Before looking at what there is to do.
  public func drain() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(readEnd, &bytes, bytes.count) == bytes.count {}
  }
}
