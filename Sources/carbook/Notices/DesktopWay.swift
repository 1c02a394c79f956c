import TUI
import Terminal

/// How a desktop is told of a notice.
enum DesktopWay: Equatable {
  case terminal(TerminalScreen.Announcement)
  /// Its path.
  case notifySend(String)

  /// - Parameter find: a program's path.
  /// - Returns: nil where it is not to be told, or cannot be.
  static func chosen(
    _ setting: NoticeSettings.Desktop, _ environment: Environment,
    find: (String) -> String? = { InstalledProgram.find($0) }
  ) -> DesktopWay? {
    let session = GraphicSession(environment)
    let terminal = DesktopWay.terminal(announcement(environment))
    let hasDesktop = session.hasWayland || session.hasX11 || session.hasBus
    let program = hasDesktop ? find("notify-send").map { DesktopWay.notifySend($0) } : nil
    switch setting {
    case .off: return nil
    case .terminal: return terminal
    case .notifySend: return program
    // Over ssh only the terminal is where the user sits.
    case .auto: return session.isRemote ? terminal : program ?? terminal
    }
  }

  private static func announcement(
    _ environment: Environment
  ) -> TerminalScreen.Announcement {
    let term = environment["TERM"] ?? ""
    let knowsTitles = ["foot", "rxvt"].contains { term.hasPrefix($0) }
    return knowsTitles || environment["VTE_VERSION"] != nil ? .osc777 : .osc9
  }

  /// notify-send(1) reads backslashes in the text, and desktops read markup in it (Desktop
  /// Notifications Specification, "Markup"); in the title both do not.
  static func arguments(title: String, body: String) -> [String] {
    let text = SafeText.markup(body).split(separator: "\\", omittingEmptySubsequences: false)
      .joined(separator: "\\\\")
    return ["--app-name=Carbook", "--", SafeText.clean(title)] + (text.isEmpty ? [] : [text])
  }
}
