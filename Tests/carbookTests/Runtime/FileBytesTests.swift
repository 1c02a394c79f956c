import Glibc
import Testing

@testable import carbook

@Suite("The bytes of a file")
struct FileBytesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("are read up to a limit")
  func limit() throws {
    let path = folder.path + "/file"
    let file = try ExportFile(path, replaces: false)
    try file.write(String(repeating: "a", count: 200_000))
    try file.finish()
    #expect(FileBytes.read(path, upTo: 3) == Array("aaa".utf8))
    #expect(FileBytes.read(path, upTo: 1 << 20)?.count == 200_000)
    #expect(FileBytes.read(path, upTo: 0) == [])
  }

  @Test("are none of what cannot be read, and errno says why")
  func unreadable() {
    #expect(FileBytes.read(folder.path + "/none", upTo: 10) == nil)
    #expect(errno == ENOENT)
    #expect(FileBytes.read(folder.path, upTo: 10) == nil)
    #expect(errno == EISDIR)
  }

  @Test("of a pipe or a device are not waited for")
  func pipe() {
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    #expect(FileBytes.read(path, upTo: 10) == nil)
    #expect(FileBytes.read("/dev/zero", upTo: 10) == nil)
  }
}
