import Foundation
import Glibc
import TUI
import Testing

@testable import carbook

@Suite("A file that is exported")
struct ExportFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func text(_ name: String) -> String? {
    try? String(contentsOfFile: folder.path(name), encoding: .utf8)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func write(_ text: String, to name: String, replaces: Bool = false) throws {
    let file = try ExportFile(folder.path(name), replaces: replaces)
    try file.write(text)
    try file.finish()
  }

  @Test("appears whole, for its owner only, or not at all")
  func whole() throws {
    do {
      let file = try ExportFile(folder.path("a.csv"), replaces: false)
      try file.write("half")
      #expect(text("a.csv") == nil)
    }
    #expect(try names() == [])
    try write("Ім'я\n", to: "a.csv")
    #expect(text("a.csv") == "Ім'я\n")
    #expect(try names() == ["a.csv"])
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("a.csv"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("takes the place of another only where it may")
  func replaced() throws {
    try write("old", to: "a.csv")
    #expect(throws: ExportFailure.exists) { try write("new", to: "a.csv") }
    #expect(text("a.csv") == "old")
    try write("new", to: "a.csv", replaces: true)
    #expect(text("a.csv") == "new")
    #expect(try names() == ["a.csv"])
  }

  @Test("leaves what somebody else has put there meanwhile")
  func meanwhile() throws {
    let file = try ExportFile(folder.path("a.csv"), replaces: false)
    try file.write("mine")
    try "theirs".write(toFile: folder.path("a.csv"), atomically: false, encoding: .utf8)
    #expect(throws: ExportFailure.exists) { try file.finish() }
    #expect(text("a.csv") == "theirs")
  }

  @Test("never follows a link, nor takes the place of anything but a file")
  func occupied() throws {
    try "theirs".write(toFile: folder.path("other"), atomically: false, encoding: .utf8)
    symlink(folder.path("other"), folder.path("link.csv"))
    symlink(folder.path("nowhere"), folder.path("dangling.csv"))
    mkdir(folder.path("folder.csv"), 0o700)
    mkfifo(folder.path("pipe.csv"), 0o600)
    for name in ["link.csv", "dangling.csv", "folder.csv", "pipe.csv"] {
      for replaces in [false, true] {
        #expect(throws: ExportFailure.occupied, "\(name)") {
          try write("x", to: name, replaces: replaces)
        }
      }
    }
    #expect(text("other") == "theirs")
  }

  @Test("needs a folder that is there")
  func noFolder() throws {
    #expect(throws: ExportFailure.noFolder) { try write("x", to: "none/a.csv") }
    try "x".write(toFile: folder.path("file"), atomically: false, encoding: .utf8)
    #expect(throws: ExportFailure.noFolder) { try write("x", to: "file/a.csv") }
    for path in ["", "/", "a/"] {
      #expect(throws: ExportFailure.occupied) { try ExportFile(path, replaces: false) }
    }
  }
}
