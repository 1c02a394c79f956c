import FoundationEssentials
import Glibc

/// Who is reading a store in WAL mode right now, by the kernel's table of locks (proc(5)).
enum ReadLocks {
  /// The bytes of the -shm that readers lock: `WAL_READ_LOCK(0)` to `(4)`, the fourth to eighth of
  /// those that begin at byte 120 (https://www.sqlite.org/walformat.html, section 2.3.1).
  private static let bytes: ClosedRange<Int64> = 123...127

  /// The ids of the processes.
  static func holders(shm: String) -> [Int32] {
    guard let inode = OpenFiles.Identity(shm)?.inode,
      let table = FileManager.default.contents(atPath: "/proc/locks")
    else { return [] }
    return holders(in: String(decoding: table, as: UTF8.self), inode: inode)
  }

  /// A line is `number: POSIX ADVISORY READ pid major:minor:inode start end`; one that begins with
  /// `->` waits.
  static func holders(in table: String, inode: ino_t) -> [Int32] {
    table.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 8, words[1] == "POSIX", let pid = Int32(words[4]),
        words[5].split(separator: ":").last == "\(inode)", let start = Int64(words[6])
      else { return nil }
      let end = Int64(words[7]) ?? .max
      return start <= bytes.upperBound && end >= bytes.lowerBound ? pid : nil
    }
  }
}
