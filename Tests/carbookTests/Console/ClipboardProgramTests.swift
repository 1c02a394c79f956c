import Testing

@testable import carbook

@Suite struct ClipboardProgramTests {
  private static let all = ["wl-copy", "xclip", "xsel"]

  @Test(
    arguments: [
      (["WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"], all, "wl-copy"),
      (["WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"], ["xclip", "xsel"], "xclip"),
      (["DISPLAY": ":0"], all, "xclip"), (["DISPLAY": ":0"], ["xsel"], "xsel"),
      (["DISPLAY": ":0"], ["wl-copy"], nil), (["WAYLAND_DISPLAY": "wayland-0"], ["xclip"], nil),
      ([:], all, nil), (["DISPLAY": ""], all, nil),
      // The desktop that is reached is not the one that the user sits at.
      (["DISPLAY": "localhost:10.0", "SSH_CONNECTION": "10.0.0.2 1 10.0.0.1 22"], all, nil),
    ] as [([String: String], [String], String?)])
  func theOneThatReachesTheDesktop(
    _ environment: [String: String], _ installed: [String], _ expected: String?
  ) {
    let chosen = ClipboardProgram.chosen(Environment(environment)) {
      installed.contains($0) ? "/usr/bin/\($0)" : nil
    }
    #expect(chosen?.name == expected)
    // What is copied is read, and stands in no argument.
    #expect(chosen.map { $0.path == "/usr/bin/\($0.name)" } ?? true)
  }
}
