// What Swift cannot import from <sqlite3.h>: macros that are casts, and variadic functions.
#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <sqlite3.h>
#include <sys/vfs.h>

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

#endif
