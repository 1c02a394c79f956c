import FoundationEssentials
import Glibc

/// Who has a file open, as far as this user may see: found in /proc (proc(5)).
public enum OpenFiles {
  /// A process of this machine.
  public struct Process: Hashable, Sendable, CustomStringConvertible {
    public let pid: Int32
    /// The program's name, at most fifteen bytes, control characters replaced.
    public let command: String

    public init(pid: Int32) {
      self.pid = pid
      let name = FileManager.default.contents(atPath: "/proc/\(pid)/comm") ?? Data()
      let text = String(decoding: name.prefix { $0 != 0x0A }, as: UTF8.self)
      command = String(text.map { $0.isASCII && !$0.isWhitespace && $0 > " " ? $0 : "?" })
    }

    public var description: String {
      "\(pid) (\(command))"
    }
  }

  /// In order of their ids. Found by device and inode: a path may lead elsewhere by now.
  static func processes(holding paths: [String]) -> [Process] {
    let wanted = paths.compactMap(Identity.init)
    guard !wanted.isEmpty else { return [] }
    return processIDs().filter { pid in
      let folder = "/proc/\(pid)/fd"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.contains { name in
        Identity("\(folder)/\(name)").map(wanted.contains) ?? false
      }
    }.map(Process.init)
  }

  static func processIDs() -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int32($0) }.sorted()
  }

  struct Identity: Equatable {
    let device: dev_t
    let inode: ino_t

    init?(_ path: String) {
      var information = stat()
      guard stat(path, &information) == 0 else { return nil }
      device = information.st_dev
      inode = information.st_ino
    }
  }
}
