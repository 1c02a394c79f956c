import Foundation
import Testing

/// The clipboard of a desktop: programs that stand for wl-copy and xclip.
@Suite(.serialized) struct ClipboardTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
  }

  /// A console on a desktop that has only this program.
  private func console(_ name: String, _ script: String, _ variable: String) throws -> Tmux {
    let folder = shop.folder.path("bin")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "#!/bin/sh\n\(script)\n".write(
      toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
    #expect(chmod("\(folder)/\(name)", 0o700) == 0)
    let path = folder + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    let console = try shop.openConsole(
      environment: ["PATH": path, variable: "desktop-0", "SSH_CONNECTION": "", "SSH_TTY": ""])
    try console.waitFor("● :")
    try shop.ring("c-1", from: "380501112233")
    try console.waitFor("+380 50 111 22 33 New client")
    return console
  }

  @Test func `the number is read by the program and stands in no argument`() throws {
    let said = shop.folder.path("said")
    let console = try console("wl-copy", "{ echo \"$#\"; cat; } > \(said)", "WAYLAND_DISPLAY")
    try console.sendKeys("y")
    try console.waitFor("Copied with wl-copy.")
    #expect(try String(contentsOfFile: said, encoding: .utf8) == "0\n+380501112233")
  }

  @Test func `a program that hangs is left and the terminal is asked`() throws {
    let console = try console("xclip", "sleep 600", "DISPLAY")
    try console.sendKeys("y")
    // The console goes on meanwhile.
    try console.sendKeys("?")
    try console.waitFor("┌ Help")
    try console.sendKeys("Escape")
    try console.waitFor("(OSC 52)")
    #expect(try console.clipboard() == "+380501112233")
  }
}
