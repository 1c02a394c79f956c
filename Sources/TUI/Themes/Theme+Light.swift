/// Dark text on the terminal's own light background: contrasts of 4.5 and more on white. Green and
/// yellow of the sixteen colours are too light for that; there words and attributes have to do.
extension Theme {
  static func lightStyle(for role: Role) -> Style {
    switch role {
    case .plain, .value, .tab, .dialog, .paneTitle, .bar: Style()
    case .dim, .hint, .unknown, .other, .repairClosed, .repairCancelled: Style(242)
    case .strong: Style(16, basic: 0, .bold)
    case .title, .dialogTitle, .paneTitleFocused: Style(25, basic: 4, .bold)
    case .titleInfo, .label, .fieldLabel: Style(240, basic: 0)
    case .tabActive, .buttonFocused: Style(231, basic: 15, on: 25, basicOn: 4, .bold)
    case .statusLine: Style(236, basic: 0, on: 254, basicOn: 7)
    case .border: Style(245, basic: 8)
    case .borderFocused: Style(25, basic: 4)
    case .heading: Style(240, basic: 0, .underline)
    case .link: Style(25, basic: 4, .underline)
    case .matched: Style(94, basic: 5, .underline)
    case .badge: Style(231, basic: 0, on: 130, basicOn: 3, .bold)
    case .newClient, .warning, .barAccent: Style(130, basic: 5, .bold)
    case .selected: Style(231, basic: 15, on: 25, basicOn: 4, .bold)
    case .selectedUnfocused, .button: Style(236, basic: 0, on: 252, basicOn: 7)
    case .marked, .ringing: Style(94, basic: 5, .bold)
    case .talking, .answered, .success: Style(28, basic: 0)
    case .missed: Style(160, basic: 1, .bold)
    case .failed: Style(160, basic: 1)
    case .notReached, .busy, .refused: Style(130, basic: 5)
    case .voicemail: Style(91, basic: 5)
    case .notUnderstood: Style(160, basic: 1, .underline)
    case .repairNew: Style(25, basic: 4)
    case .repairProgress: Style(94, basic: 5)
    case .repairWaiting: Style(130, basic: 5)
    case .repairReady: Style(28, basic: 0, .bold)
    case .hintKey: Style(25, basic: 4, .bold)
    case .prompt: Style(16, basic: 0, on: 215, basicOn: 3)
    case .promptKey: Style(16, basic: 0, on: 228, basicOn: 3, .bold)
    case .error: Style(231, basic: 15, on: 160, basicOn: 1, .bold)
    case .field: Style(236, basic: 0, .underline)
    case .fieldFocused: Style(16, basic: 0, on: 253, basicOn: 7)
    case .fieldError: Style(160, basic: 1, [.bold, .underline])
    }
  }
}
