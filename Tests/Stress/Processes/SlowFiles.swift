import CSQLite
import Glibc

/// SQLite's files with one slow step, for a whole process: a checkpoint waits a moment between its
/// look at the -wal's header and its look at how much of the -wal is in the database already, as it
/// does when the system takes the processor from it there. What happens in that moment is what the
/// WAL-reset bug is about; without the wait it would take hours to meet it.
///
/// The step is `xUnfetch`, which a checkpoint calls there when the header has changed
/// (https://www.sqlite.org/c3ref/io_methods.html); with no memory mapped it does nothing.
enum SlowFiles {
  private static let pause: UInt32 = 3000

  /// Call it before the first connection is opened.
  static func install() throws {
    guard let standard = sqlite3_vfs_find(nil) else { throw StressError("SQLite has no files") }
    let slow = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    slow.initialize(to: standard.pointee)
    slow.pointee.pNext = nil
    slow.pointee.zName = UnsafePointer(strdup("slow"))
    slow.pointee.xOpen = { _, name, file, flags, answer in
      guard let unix = sqlite3_vfs_find("unix") else { return SQLITE_CANTOPEN }
      let code = unix.pointee.xOpen(unix, name, file, flags, answer)
      if code == SQLITE_OK, flags & SQLITE_OPEN_MAIN_DB != 0, let file { SlowFiles.slow(file) }
      return code
    }
    guard sqlite3_vfs_register(slow, 1) == SQLITE_OK else {
      throw StressError("SQLite does not take other files")
    }
  }

  /// The methods are shared by all files of their kind, so the file gets some of its own.
  private static func slow(_ file: UnsafeMutablePointer<sqlite3_file>) {
    guard let methods = file.pointee.pMethods else { return }
    let own = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    own.initialize(to: methods.pointee)
    own.pointee.xUnfetch = { _, _, _ in
      usleep(SlowFiles.pause)
      return SQLITE_OK
    }
    file.pointee.pMethods = UnsafePointer(own)
  }
}
