import Glibc

/// The files of one store and how they are made: readable by their owner, or by a group where the
/// folder is shared by one (setgid).
struct StoreFiles {
  /// Absolute and without symbolic links, so that every process locks the same file.
  let database: String

  /// - Parameter path: as the user wrote it; the folder need not exist.
  init(path: String) {
    if let real = PathName.real(path) {
      database = real
      return
    }
    let parts = PathName(path)
    let folder = PathName.real(parts.folder) ?? parts.folder
    database = folder == "/" ? "/" + parts.name : folder + "/" + parts.name
  }

  var folder: String { PathName(database).folder }
  var name: String { PathName(database).name }
  var wal: String { database + "-wal" }
  var lock: String { database + ".lock" }
  /// Touched after every commit.
  var tick: String { database + ".tick" }
  var listener: String { database + ".listener" }
  /// Locked by who talks to the provider.
  var sender: String { database + ".sender" }
  /// Deliveries that could not be committed yet.
  var spool: String { database + ".spool" }
  /// Records of the spool that cannot be taken in.
  var spoolAside: String { database + ".spool.aside" }
  /// Locked, shared, by everyone who has the store open.
  var open: String { database + ".open" }

  var shm: String { database + "-shm" }
  /// The database and everything beside it that belongs to it.
  var all: [String] {
    [database, wal, shm, lock, tick, listener, sender, open, spool, spoolAside]
  }

  var exists: Bool {
    access(database, F_OK) == 0
  }

  var walSize: Int64 {
    StoreFiles.size(of: wal)
  }

  /// In bytes; 0 where there is none. Looked at by path: opening and closing a file of the store
  /// would drop SQLite's own locks (https://www.sqlite.org/howtocorrupt.html, section 2.2).
  static func size(of path: String) -> Int64 {
    var information = stat()
    return stat(path, &information) == 0 ? Int64(information.st_size) : 0
  }

  /// 0660 in a setgid folder, else 0600.
  var mode: mode_t {
    StoreFiles.isSetgid(folder) ? 0o660 : 0o600
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

  static func makeFolder(_ path: String) throws(StoreError) {
    let above = PathName(path).folder
    // A folder in a shared one is shared too.
    if mkdir(path, 0o700) == 0 {
      chmod(path, isSetgid(above) ? 0o2770 : 0o700)
      return
    }
    switch errno {
    case EEXIST: return
    case ENOENT where path != above:
      try makeFolder(above)
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw StoreError(errno: errno) }
      chmod(path, isSetgid(above) ? 0o2770 : 0o700)
    case let code: throw StoreError(errno: code)
    }
  }

  static func isSetgid(_ folder: String) -> Bool {
    var information = stat()
    return stat(folder, &information) == 0 && information.st_mode & S_ISGID != 0
  }

  /// Puts what was written, and the names in the folder, on disk. Only for files that no connection
  /// of this process has open.
  static func synchronise(_ path: String) throws(StoreError) {
    for (path, flags) in [(path, O_RDWR), (PathName(path).folder, O_RDONLY | O_DIRECTORY)] {
      let descriptor = Glibc.open(path, flags | O_CLOEXEC)
      guard descriptor >= 0 else { throw StoreError(errno: errno) }
      defer { close(descriptor) }
      // Some file systems know no fsync of a folder.
      guard fsync(descriptor) == 0 || errno == EINVAL else { throw StoreError(errno: errno) }
    }
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
