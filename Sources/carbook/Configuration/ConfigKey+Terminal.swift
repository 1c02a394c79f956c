/// What the console asks of a user's terminal.
struct TerminalSettings: Equatable {
  var isMouseOn = false
  var isScreenReader = false
  var hyperlinks = Hyperlinks.auto

  /// Whether links are handed to the terminal: `auto` where it is of a kind that may know them.
  enum Hyperlinks: String, CaseIterable {
    case auto, on, off

    /// - Parameter isKnown: whether the terminal is of such a kind.
    func areOn(_ environment: Environment, isKnown: Bool) -> Bool {
      switch self {
      // VTE has trouble with them before 0.50.
      case .auto: isKnown && (environment["VTE_VERSION"].flatMap { Int($0) } ?? 5000) >= 5000
      case .on: true
      case .off: false
      }
    }
  }
}

extension ConfigKey {
  static let terminal: [ConfigKey] = [
    .choice(
      "view.hyperlinks", "whether e-mails and links can be opened from the terminal",
      \.terminal.hyperlinks),
    .flag("view.mouse", "whether the mouse is on at the start", \.terminal.isMouseOn),
    .flag(
      "view.screenReader", "whether the console says what is new in lines, without a screen",
      \.terminal.isScreenReader),
  ]
}
