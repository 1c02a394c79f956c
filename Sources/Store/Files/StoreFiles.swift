import Glibc

/// The files of one store and how they are made: readable by their owner, or by a group where the
/// folder is shared by one (setgid).
struct StoreFiles {
  /// Absolute and without symbolic links, so that every process locks the same file.
  let database: String

  /// - Parameter path: as the user wrote it; the folder need not exist.
  init(path: String) {
    if let real = StoreFiles.resolved(path) {
      database = real
      return
    }
    let parts = StoreFiles.split(path)
    let folder = StoreFiles.resolved(parts.folder) ?? parts.folder
    database = folder == "/" ? "/" + parts.name : folder + "/" + parts.name
  }

  var folder: String { StoreFiles.split(database).folder }
  var name: String { StoreFiles.split(database).name }
  var wal: String { database + "-wal" }
  var lock: String { database + ".lock" }
  /// Touched after every commit.
  var tick: String { database + ".tick" }
  var listener: String { database + ".listener" }
  /// Deliveries that could not be committed yet.
  var spool: String { database + ".spool" }
  /// Records of the spool that cannot be taken in.
  var spoolAside: String { database + ".spool.aside" }

  var exists: Bool {
    access(database, F_OK) == 0
  }

  /// Looked at by path: opening and closing a file of the store would drop SQLite's own locks
  /// (https://www.sqlite.org/howtocorrupt.html, section 2.2).
  var walSize: Int64 {
    var information = stat()
    return stat(wal, &information) == 0 ? Int64(information.st_size) : 0
  }

  /// Which file the database is: another one once it has been deleted or replaced.
  struct Identity: Equatable {
    let device: dev_t
    let inode: ino_t
  }

  /// Nil where there is none.
  var identity: Identity? {
    var information = stat()
    guard stat(database, &information) == 0 else { return nil }
    return Identity(device: information.st_dev, inode: information.st_ino)
  }

  /// 0660 in a setgid folder, else 0600.
  var mode: mode_t {
    var information = stat()
    let isShared = stat(folder, &information) == 0 && information.st_mode & S_ISGID != 0
    return isShared ? 0o660 : 0o600
  }

  /// Makes the folder (0700) and an empty database file, whatever the umask says.
  func create() throws(StoreError) {
    try StoreFiles.makeFolder(folder)
    try StoreFiles.makeFile(database, mode: mode)
  }

  /// Makes an empty file without a descriptor; one that is there already is left alone.
  static func makeFile(_ path: String, mode: mode_t) throws(StoreError) {
    guard mknod(path, S_IFREG | mode, 0) == 0 else {
      if errno == EEXIST { return }
      throw StoreError(errno: errno)
    }
    guard chmod(path, mode) == 0 else { throw StoreError(errno: errno) }
  }

  private static func makeFolder(_ path: String) throws(StoreError) {
    if mkdir(path, 0o700) == 0 {
      chmod(path, 0o700)
      return
    }
    switch errno {
    case EEXIST: return
    case ENOENT where path != split(path).folder:
      try makeFolder(split(path).folder)
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw StoreError(errno: errno) }
      chmod(path, 0o700)
    case let code: throw StoreError(errno: code)
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }
}

extension StoreError {
  init(errno code: Int32) {
    switch code {
    case ENOSPC, EDQUOT: self = .full
    case EACCES, EPERM, EROFS, ENOENT, ENOTDIR: self = .readOnly
    default: self = .io(code: -code)
    }
  }
}
