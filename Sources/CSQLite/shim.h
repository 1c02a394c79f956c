// What Swift cannot import from <sqlite3.h>: macros that are casts, and variadic functions.
#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

// Debian's library has both; without them the header hides the session extension.
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>
#include <sys/types.h>
#include <sys/vfs.h>

// In <fcntl.h> only under _GNU_SOURCE.
extern int fallocate(int descriptor, int mode, off_t offset, off_t length);

/// Spares every allocation of SQLite's a lock and a count that nobody asks for
/// (`SQLITE_CONFIG_MEMSTATUS`; sqlite3_config is variadic). To be called before anything else.
static inline int csqlite_count_no_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Makes SQLite copy the bytes before the call returns (`SQLITE_TRANSIENT` is a cast macro).
static inline sqlite3_destructor_type csqlite_transient(void) { return SQLITE_TRANSIENT; }

/// Sets `SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE` (sqlite3_db_config is variadic). Answers SQLITE_OK.
static inline int csqlite_no_checkpoint_on_close(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

/// The type of the file system that `path` is on, as in statfs(2), which Swift's Glibc lacks; -1
/// and errno where it cannot be told.
static inline long long csqlite_file_system_type(const char *path) {
  struct statfs information;
  return statfs(path, &information) == 0 ? (long long)information.f_type : -1;
}

/// Keeps disk blocks for the first bytes of a file without changing its size: FALLOC_FL_KEEP_SIZE of
/// fallocate(2). Answers 0, or -1 and errno.
static inline int csqlite_reserve(int descriptor, long long bytes) {
  return fallocate(descriptor, 1, 0, (off_t)bytes);
}

#endif
