import Foundation
import TUI
import Testing

@testable import carbook

@Suite("What is installed beside the program")
struct ReferenceTests {
  @Test("docs/keys.md is today's: `make docs` makes it anew")
  func keys() throws {
    let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent()
    }
    let page = try String(contentsOf: root.appending(path: "docs/keys.md"), encoding: .utf8)
    #expect(page == Reference.keys.text + "\n")
  }

  @Test(
    "names every command and every option",
    arguments: [Reference.man, .bash, .zsh, .fish])
  func complete(reference: Reference) {
    let text = reference.text.filter { $0 != "\\" }
    for command in Command.allCases { #expect(text.contains(command.rawValue)) }
    for option in Set(CommandOption.allCases.map(\.flag)) {
      #expect(text.contains(option.dropFirst(2)), "\(option)")
    }
  }

  @Test("the man pages are what mandoc asks for")
  func manPage() throws {
    for page in [Reference.man, .man5] {
      #expect(try output(of: ["mandoc", "-T", "lint", "-W", "warning"], given: page.text) == "")
    }
  }

  @Test("carbook(5) has every key of the file, every action and every place")
  func configuration() {
    let text = Reference.man5.text.filter { $0 != "\\" }
    for key in ConfigKey.all { #expect(text.contains(".It Ic \(key.path)\n")) }
    for action in KeyTable.actions(.english) { #expect(text.contains(".It Ic \(action.name)\n")) }
    for place in KeyTable.places(.english) { #expect(text.contains(".It Ic \(place.name)\n")) }
  }

  @Test(
    "bash completes commands, a command's options and an option's words",
    arguments: [
      ("carbook ret", "retention"),
      ("carbook purge --b", "--before"),
      ("carbook calls --format js", "json"),
      ("carbook --tr", "--trusted-proxy"),
      ("carbook conf", "config"),
      ("carbook config --ch", "--check"),
    ])
  func bash(line: String, completion: String) throws {
    let words = line.split(separator: " ")
    let script = """
      \(Reference.bash.text)
      COMP_WORDS=(\(line)) COMP_CWORD=\(words.count - 1)
      _carbook
      echo "${COMPREPLY[*]}"
      """
    #expect(try output(of: ["bash"], given: script) == completion + "\n")
  }

  /// What a program prints, on both outputs.
  private func output(of command: [String], given input: String) throws -> String {
    let process = Process()
    let (standardInput, printed) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardInput = standardInput
    process.standardOutput = printed
    process.standardError = printed
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let data = try printed.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
