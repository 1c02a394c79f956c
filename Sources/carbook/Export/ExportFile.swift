import FoundationEssentials
import Glibc
import Store
import TUI

/// A file that appears whole or not at all: written under another name beside it, then renamed.
final class ExportFile {
  private let path: String
  private let replaces: Bool
  /// The name while it is written; nil once it has the other, or is gone.
  private var draft: String?
  private let descriptor: Int32

  /// - Parameters:
  ///   - path: as typed.
  ///   - replaces: whether a file of the user's own may go.
  init(_ path: String, replaces: Bool) throws(ExportFailure) {
    let path = try ExportFile.expanded(path)
    self.path = path
    self.replaces = replaces
    try ExportFile.check(path, replaces: replaces)
    let name = ".carbook-\(getpid())-\(UInt32.random(in: .min ... .max)).part"
    let draft = PathName(path).folder + "/" + name
    descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ExportFailure(errno) }
    self.draft = draft
  }

  deinit {
    if let draft { unlink(draft) }
    close(descriptor)
  }

  func write(_ text: String) throws(ExportFailure) {
    try write(text.utf8)
  }

  func write(_ bytes: some Sequence<UInt8>) throws(ExportFailure) {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw ExportFailure(errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives it its name. What somebody else has put there meanwhile stays.
  func finish() throws(ExportFailure) {
    guard let draft else { return }
    guard fsync(descriptor) == 0 else { throw ExportFailure(errno) }
    try ExportFile.check(path, replaces: replaces)
    if replaces {
      guard rename(draft, path) == 0 else { throw ExportFailure(errno) }
    } else {
      // Unlike a rename, a link never takes the place of a file.
      if link(draft, path) == 0 {
        unlink(draft)
      } else {
        // Some file systems have no links.
        guard errno == EPERM || errno == EOPNOTSUPP, rename(draft, path) == 0 else {
          throw ExportFailure(errno)
        }
      }
    }
    self.draft = nil
  }

  /// The current folder where files can be made in it, else the user's own.
  static var proposedFolder: String {
    let folder = FileManager.default.currentDirectoryPath
    let home = Environment.own.home
    guard access(folder, W_OK) == 0, folder != "/", folder != home else { return "~" }
    return folder.hasPrefix(home + "/") ? "~" + folder.dropFirst(home.count) : folder
  }

  /// `~` is the home folder.
  private static func expanded(_ path: String) throws(ExportFailure) -> String {
    guard !path.isEmpty, !path.utf8.contains(0), !path.hasSuffix("/") else { throw .occupied }
    guard path == "~" || path.hasPrefix("~/") else { return path }
    let home = Environment.own.home
    return home + path.dropFirst()
  }

  /// Nothing there, or a file of the user's own that may go. A link is not followed: it may lead into
  /// somebody else's file.
  private static func check(_ path: String, replaces: Bool) throws(ExportFailure) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw ExportFailure(errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else { throw .occupied }
    guard replaces else { throw .exists }
  }
}

extension ExportFailure {
  /// - Parameter code: errno.
  fileprivate init(_ code: Int32) {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: self = .diskFull
    case EACCES, EPERM, EROFS: self = .notAllowed
    case ENOENT, ENOTDIR: self = .noFolder
    case EEXIST: self = .exists
    case EISDIR, ELOOP: self = .occupied
    default: self = .unwritable
    }
  }
}
