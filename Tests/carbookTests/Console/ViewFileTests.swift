import Foundation
import Glibc
import TUI
import Testing

@testable import carbook

@Suite("The user's view state as a file") final class ViewFileTests {
  let folder = NSTemporaryDirectory() + "view-\(UUID().uuidString)"

  var path: String { folder + "/carbook/view.json" }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  static func view(_ names: String...) throws -> ViewState {
    let filters = names.map { "{\"name\":\"\($0)\",\"text\":\"missed today\"}" }
    return try decode("{\"filters\":[\(filters.joined(separator: ","))]}")
  }

  static func decode(_ text: String) throws -> ViewState {
    try JSONDecoder().decode(ViewState.self, from: Data(text.utf8))
  }

  private func put(_ text: String) throws {
    StateFolder.create(holding: path)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  @Test func `what was written is read by the next console, and by its user alone`() throws {
    let view = try ViewFileTests.view("Нові", "Злі")
    #expect(ViewFile(path: path).read() == ViewState())
    try ViewFile(path: path).write(view)
    #expect(ViewFile(path: path).read() == view)
    #expect(mode(path) == 0o600)
    #expect(mode(folder + "/carbook") == 0o700)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/carbook").count == 1)
  }

  @Test(arguments: [
    "", "{", "[]", "{\"panes\":7}", "{\"filters\":[{\"name\":1}]}", "\u{0}\u{1B}[2J",
  ])
  func `a file that cannot be understood is put aside`(_ text: String) throws {
    try put(text)
    #expect(ViewFile(path: path).read() == nil)
    #expect(try String(contentsOfFile: path + ".bad", encoding: .utf8) == text)
    #expect(ViewFile(path: path).read() == ViewState())
  }

  @Test(arguments: ["{}", "{\"other\":[1]}"])
  func `what is missing is as usual, what is not known is left alone`(_ text: String) throws {
    try put(text)
    #expect(ViewFile(path: path).read() == ViewState())
  }

  @Test func `two consoles of one user do not undo each other`() throws {
    let (first, second) = (ViewFile(path: path), ViewFile(path: path))
    _ = first.read()
    _ = second.read()
    try first.write(try ViewFileTests.view("Нові"))
    try second.write(try ViewFileTests.decode("{\"filterHistory\":[\"today\"]}"))
    #expect(
      ViewFile(path: path).read()
        == (try ViewFileTests.decode(
          "{\"filterHistory\":[\"today\"],\"filters\":[{\"name\":\"Нові\",\"text\":\"missed today\"}]}"
        )))
  }

  @Test func `where it cannot be written the old one stays`() throws {
    let view = try ViewFileTests.view("Нові")
    try ViewFile(path: path).write(view)
    // A folder in the place of the new file, as root may write everywhere else.
    try FileManager.default.createDirectory(
      atPath: path + ".\(getpid()).new", withIntermediateDirectories: false)
    #expect(throws: SystemError.self) {
      try ViewFile(path: self.path).write(try ViewFileTests.view("Злі"))
    }
    #expect(ViewFile(path: path).read() == view)
  }

  @Test func `stands in the XDG state folder`() {
    #expect(ViewFile.standardPath(["XDG_STATE_HOME": "/state"]) == "/state/carbook/view.json")
    #expect(ViewFile.standardPath(["HOME": "/home/o"]) == "/home/o/.local/state/carbook/view.json")
  }
}
