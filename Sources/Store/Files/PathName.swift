import Glibc

/// A path in two: the folder, and what is named in it.
public struct PathName: Equatable, Sendable {
  /// `.` where the path names none.
  public let folder: String
  public let name: String

  public init(_ path: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      (folder, name) = (".", path)
      return
    }
    let above = path[..<slash]
    folder = above.isEmpty ? "/" : String(above)
    name = String(path[path.utf8.index(after: slash)...])
  }

  /// The same place, absolute and without symbolic links; nil where there is none.
  public static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
