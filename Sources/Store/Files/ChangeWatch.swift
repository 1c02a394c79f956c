import Glibc

/// Tells when somebody has changed the store: a wake-up for `poll`, without polling.
///
/// A commit of ours touches the tick file afterwards. A foreign writer is seen by his writing to
/// the -wal, which comes *before* his commit can be seen: then the store is looked at again after
/// 5, 20 and 80 ms. The folder is watched, not the files: they may be replaced.
public final class ChangeWatch {
  /// For `poll`: readable when `drain()` has something to read.
  public let descriptor: Int32
  private let tickName: String
  private let walName: String
  /// When to look again, in milliseconds of the monotonic clock, earliest first.
  private var retries: [Int64] = []

  private static let pauses: [Int64] = [5, 20, 80]

  public init(store: String) throws(StoreError) {
    let files = StoreFiles(path: store)
    tickName = files.name + ".tick"
    walName = files.name + "-wal"
    descriptor = inotify_init1(Int32(O_CLOEXEC | O_NONBLOCK))
    guard descriptor >= 0 else { throw StoreError(errno: errno) }
    let mask = UInt32(IN_ATTRIB | IN_MODIFY | IN_CREATE | IN_MOVED_TO)
    guard inotify_add_watch(descriptor, files.folder, mask) >= 0 else {
      throw StoreError(errno: errno)
    }
  }

  deinit {
    close(descriptor)
  }

  /// Milliseconds until `drain()` should be called though nothing is readable; nil for never.
  public var nextRetryMilliseconds: Int? {
    retries.first.map { Int(max(0, $0 - FileLock.clock())) }
  }

  /// Reads what has happened. True: read `Store.dataVersion`, the store may have changed.
  public func drain() -> Bool {
    var hasChanged = false
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      buffer.withUnsafeBytes { take(UnsafeRawBufferPointer(rebasing: $0[..<count]), &hasChanged) }
    }
    let now = FileLock.clock()
    while let due = retries.first, due <= now {
      retries.removeFirst()
      hasChanged = true
    }
    return hasChanged
  }

  /// Each event is sixteen bytes (watch, mask, cookie, length) and a name padded with NUL
  /// (inotify(7)).
  private func take(_ events: UnsafeRawBufferPointer, _ hasChanged: inout Bool) {
    var offset = 0
    while offset + 16 <= events.count {
      let mask = events.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
      let length = Int(events.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
      let end = min(events.count, offset + 16 + length)
      let name = String(decoding: events[(offset + 16)..<end].prefix { $0 != 0 }, as: UTF8.self)
      if name == tickName || mask & UInt32(IN_Q_OVERFLOW) != 0 {
        retries = []
        hasChanged = true
      } else if name == walName && mask & UInt32(IN_MODIFY) != 0 {
        // What is due already stays: a writer that never rests must not put it off for ever.
        let now = FileLock.clock()
        retries = retries.prefix(1) + ChangeWatch.pauses.map { now + $0 }
      }
      offset = end
    }
  }
}
