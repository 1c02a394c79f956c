/// How roles look. Colours only ever repeat what the text or an attribute says already, so the
/// monochrome theme, which has none, loses no meaning. The raw value is the theme's public name.
public enum Theme: String, CaseIterable, Sendable {
  case dark
  case light
  /// Contrasts of 7 and more, on a background of its own (WCAG 2.2, 1.4.6).
  case highContrast = "high-contrast"
  /// Attributes only: for terminals without colours, and for NO_COLOR.
  case monochrome = "mono"

  public func style(for role: Role) -> Style {
    switch self {
    case .dark: Theme.darkStyle(for: role)
    case .light: Theme.lightStyle(for: role)
    case .highContrast: Theme.highContrastStyle(for: role)
    case .monochrome: Style(Theme.attributes(for: role))
    }
  }

  private static func attributes(for role: Role) -> Style.Attributes {
    switch role {
    case .selected, .tabActive, .prompt, .buttonFocused, .fieldFocused, .statusLine:
      .reverse
    case .promptKey, .error, .fieldError, .barAccent: [.bold, .reverse]
    case .title, .strong, .borderFocused, .paneTitleFocused, .dialogTitle, .hintKey, .badge,
      .newClient, .ringing, .missed, .failed, .repairReady, .warning, .marked:
      .bold
    case .heading, .selectedUnfocused, .link, .matched, .field: .underline
    case .dim, .repairClosed, .repairCancelled: .dim
    case .plain, .titleInfo, .tab, .border, .paneTitle, .label, .value, .talking, .answered,
      .notReached, .busy, .refused, .voicemail, .unknown, .other, .notUnderstood, .repairNew,
      .repairProgress, .repairWaiting, .hint, .success, .fieldLabel, .dialog, .button, .bar:
      []
    }
  }
}
