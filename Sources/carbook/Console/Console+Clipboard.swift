import FoundationEssentials
import TUI
import Terminal

/// The user's clipboard.
extension Console {
  /// Asks the program that reaches the user's desktop, else his terminal.
  func copy(_ text: String, for effect: Effect) {
    guard let clipboard else { return copyByTerminal(text, for: effect) }
    let mailbox = mailbox
    programs.run(
      BriefPrograms.Job(
        program: clipboard.path, arguments: clipboard.arguments, input: Array(text.utf8),
        limit: ClipboardProgram.limit, leavesChildren: true
      ) { isDone in
        mailbox.post(.copied(effect, text, by: isDone ? clipboard.name : nil))
      })
  }

  /// - Parameter program: nil where it could not.
  func copied(_ effect: Effect, _ text: String, by program: String?) {
    guard let program else { return copyByTerminal(text, for: effect) }
    tellCopied(effect, .program(program))
  }

  private func copyByTerminal(_ text: String, for effect: Effect) {
    let isSent = screen.setClipboard(base64: Data(text.utf8).base64EncodedString())
    tellCopied(effect, isSent ? .terminal : .tooLong)
  }

  private func tellCopied(_ effect: Effect, _ way: ClipboardWay) {
    if case .copy = effect { events.append(.copied(way)) } else { events.append(.done(effect)) }
  }
}
