/// Contrasts of 7 and more, on black whatever the terminal's background is.
extension Theme {
  static func highContrastStyle(for role: Role) -> Style {
    switch role {
    case .plain, .value, .tab, .dialog, .paneTitle, .bar, .dim, .hint, .titleInfo, .label,
      .fieldLabel, .border, .unknown, .other, .repairClosed, .repairCancelled:
      onBlack(231, basic: 15)
    case .strong: onBlack(231, basic: 15, .bold)
    case .title, .dialogTitle, .paneTitleFocused, .hintKey: onBlack(51, basic: 14, .bold)
    case .tabActive, .buttonFocused: Style(16, basic: 0, on: 51, basicOn: 6, .bold)
    case .statusLine, .button: Style(231, basic: 0, on: 238, basicOn: 7)
    case .borderFocused: onBlack(51, basic: 14)
    case .heading, .field: onBlack(231, basic: 15, .underline)
    case .link: onBlack(117, basic: 14, .underline)
    case .matched: onBlack(226, basic: 11, .underline)
    case .badge: Style(16, basic: 0, on: 214, basicOn: 3, .bold)
    case .newClient, .warning, .barAccent: onBlack(214, basic: 11, .bold)
    case .selected: Style(16, basic: 0, on: 231, basicOn: 7, .bold)
    case .selectedUnfocused: Style(231, basic: 15, on: 19, basicOn: 4, .underline)
    case .marked, .ringing: onBlack(226, basic: 11, .bold)
    case .talking, .answered, .success: onBlack(46, basic: 10)
    case .missed: onBlack(210, basic: 11, [.bold, .underline])
    case .failed, .notUnderstood: onBlack(210, basic: 11, .underline)
    case .notReached, .busy, .refused: onBlack(214, basic: 11)
    case .voicemail: onBlack(213, basic: 14)
    case .repairNew: onBlack(117, basic: 14)
    case .repairProgress: onBlack(226, basic: 11)
    case .repairWaiting: onBlack(214, basic: 11)
    case .repairReady: onBlack(46, basic: 10, .bold)
    case .prompt: Style(16, basic: 0, on: 226, basicOn: 3)
    case .promptKey: Style(16, basic: 0, on: 231, basicOn: 7, .bold)
    case .error: Style(231, basic: 0, on: 88, basicOn: 7, .bold)
    case .fieldFocused: Style(16, basic: 0, on: 226, basicOn: 3)
    case .fieldError: onBlack(210, basic: 11, [.bold, .underline])
    }
  }

  private static func onBlack(
    _ foreground: Int32, basic: Int32, _ attributes: Style.Attributes = []
  ) -> Style {
    Style(foreground, basic: basic, on: 16, basicOn: 0, attributes)
  }
}
