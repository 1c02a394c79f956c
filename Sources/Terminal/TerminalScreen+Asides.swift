import CNcurses
import TUI

/// What a terminal does beside showing a picture.
extension TerminalScreen {
  /// How a terminal is asked to tell its user something, wherever he looks.
  public enum Announcement: Equatable, Sendable {
    /// One text (iTerm2, kitty, WezTerm, Windows Terminal).
    case osc9
    /// A title and a text (rxvt-unicode, foot, VTE).
    case osc777
  }

  /// More than anyone copies, in bytes; some terminals hang at a hundred thousand.
  private static let clipboardLimit = 65_536

  /// Puts text on the clipboard of whoever sits at the terminal, however far away (OSC 52); terminals
  /// that do not know it ignore it. tmux takes it for itself, or drops it, as it is set up: it is asked
  /// to hand it on as well.
  /// - Parameter base64: the text's UTF-8 (RFC 4648).
  /// - Returns: false where it is too long.
  @discardableResult
  public func setClipboard(base64: String) -> Bool {
    guard isOpen, base64.utf8.count <= TerminalScreen.clipboardLimit else { return false }
    let sequence = "\u{1B}]52;c;" + base64 + "\u{07}"
    cn_send(sequence)
    if isInTmux { handOn(sequence) }
    return true
  }

  /// Has the terminal tell its user something, where it is of a kind that may know how.
  public func announce(title: String, body: String, as form: Announcement) {
    guard isOpen, hasTitle else { return }
    // The semicolon divides the parts.
    let title = SafeText.clean(title.split(separator: ";").joined(separator: ","))
    let body = SafeText.clean(body)
    let sequence =
      switch form {
      case .osc9: "\u{1B}]9;" + (body.isEmpty ? title : "\(title): \(body)") + "\u{07}"
      case .osc777: "\u{1B}]777;notify;\(title);\(body)\u{07}"
      }
    if isInTmux { handOn(sequence) } else { cn_send(sequence) }
  }

  /// Through tmux to the terminal it stands in (tmux(1), allow-passthrough).
  private func handOn(_ sequence: String) {
    cn_send("\u{1B}Ptmux;\u{1B}" + sequence + "\u{1B}\\")
  }

  public func bell() {
    guard isOpen else { return }
    cn_send("\u{07}")
  }

  /// Lights the screen up for a tenth of a second.
  public func flash() {
    guard isOpen else { return }
    cn_flash()
  }

  /// Whether clicks and the wheel are keys: that takes the terminal's own marking of text away, but
  /// with Shift.
  public func setMouse(_ isOn: Bool) {
    guard isOpen else { return }
    cn_set_mouse(isOn)
  }
}
