import Foundation

/// A library that makes one system call on a store's -wal fail with EIO while a file says so: for
/// LD_PRELOAD.
struct FailingDisk {
  let library: String
  private let flag: String

  static var isPossible: Bool {
    guard let folder = try? TemporaryFolder() else { return false }
    return (try? FailingDisk("fdatasync", in: folder)) != nil
  }

  /// - Parameter call: `pwrite64` or `fdatasync`.
  init(_ call: String, in folder: TemporaryFolder) throws {
    library = folder.path("failing.so")
    flag = folder.path("failing")
    let source = folder.path("failing.c")
    let parameters = call == "fdatasync" ? "int fd" : "int fd, const void *b, size_t n, off_t o"
    let arguments = call == "fdatasync" ? "fd" : "fd, b, n, o"
    try """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <errno.h>
    #include <stdio.h>
    #include <string.h>
    #include <unistd.h>
    long \(call)(\(parameters)) {
      char link[64], path[4096];
      snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
      ssize_t length = readlink(link, path, sizeof path - 1);
      if (length > 4 && !memcmp(path + length - 4, "-wal", 4) && !access("\(flag)", F_OK)) {
        errno = EIO;
        return -1;
      }
      long (*real)(\(parameters)) = dlsym(RTLD_NEXT, "\(call)");
      return real(\(arguments));
    }

    """.write(toFile: source, atomically: false, encoding: .utf8)
    let (exit, _, errors) = try Program.run(
      ["cc", "-shared", "-fPIC", "-o", library, source, "-ldl"], in: folder)
    guard exit == .status(0) else { throw HarnessError("cc: \(errors)") }
  }

  func fail() {
    _ = FileManager.default.createFile(atPath: flag, contents: nil)
  }

  func mend() {
    unlink(flag)
  }
}
