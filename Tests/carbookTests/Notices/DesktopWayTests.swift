import TUI
import Terminal
import Testing

@testable import carbook

@Suite struct DesktopWayTests {
  private static let program = DesktopWay.notifySend("/usr/bin/notify-send")
  private static let desktop = ["DISPLAY": ":0", "TERM": "xterm-256color"]

  @Test(
    arguments: [
      (.off, desktop, nil),
      (.notifySend, desktop, program),
      (.notifySend, ["WAYLAND_DISPLAY": "wayland-0"], program),
      (.notifySend, ["DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1000/bus"], program),
      (.notifySend, ["TERM": "xterm-256color", "DISPLAY": ""], nil),
      (.terminal, desktop, .terminal(.osc9)),
      (.terminal, ["TERM": "xterm-256color", "VTE_VERSION": "7200"], .terminal(.osc777)),
      (.terminal, ["TERM": "foot"], .terminal(.osc777)),
      (.auto, desktop, program),
      (.auto, ["TERM": "xterm-kitty"], .terminal(.osc9)),
      // A desktop that is forwarded is not where the user looks first; his terminal is.
      (
        .auto, desktop.merging(["SSH_CONNECTION": "10.0.0.2 1 10.0.0.1 22"]) { $1 },
        .terminal(.osc9)
      ),
    ] as [(NoticeSettings.Desktop, [String: String], DesktopWay?)])
  func theWayThatReachesTheUser(
    _ setting: NoticeSettings.Desktop, _ environment: [String: String], _ expected: DesktopWay?
  ) {
    let find = { (name: String) -> String? in
      name == "notify-send" ? "/usr/bin/notify-send" : nil
    }
    #expect(DesktopWay.chosen(setting, Environment(environment), find: find) == expected)
  }

  @Test func withoutTheProgramTheTerminalIsLeft() {
    let find = { (_: String) -> String? in nil }
    #expect(DesktopWay.chosen(.notifySend, Environment(Self.desktop), find: find) == nil)
    #expect(DesktopWay.chosen(.auto, Environment(Self.desktop), find: find) == .terminal(.osc9))
  }

  /// A caller's name is no option, no markup, no escape.
  @Test(
    arguments: [
      ("Олена, 14:31", ["Олена, 14:31"]),
      ("", []),
      ("<b>a</b> & \"b\"", ["&lt;b&gt;a&lt;/b&gt; &amp; \"b\""]),
      ("a\\nb\u{1B}[2J\u{202E}", ["a\\\\nb\u{FFFD}[2J"]),
      ("--hint=x", ["--hint=x"]),
    ] as [(String, [String])]) func aNameIsOnlyText(_ body: String, _ expected: [String])
  {
    #expect(
      DesktopWay.arguments(title: "Missed call\u{7}", body: body)
        == ["--app-name=Carbook", "--", "Missed call\u{FFFD}"] + expected)
  }
}
