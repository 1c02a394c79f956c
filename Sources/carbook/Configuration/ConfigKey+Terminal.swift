/// What the console asks of a user's terminal.
struct TerminalSettings: Equatable {
  var isMouseOn = false
  var isScreenReader = false
}

extension ConfigKey {
  static let terminal: [ConfigKey] = [
    .flag("view.mouse", "whether the mouse is on at the start", \.terminal.isMouseOn),
    .flag(
      "view.screenReader", "whether the console says what is new in lines, without a screen",
      \.terminal.isScreenReader),
  ]
}
