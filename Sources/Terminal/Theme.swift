import CNcurses
import TUI

/// How roles look. Colours only ever repeat what the text or an attribute says already, so the
/// monochrome theme, which has none, loses no meaning.
public enum Theme: Sendable {
  case dark
  /// Attributes only: for terminals without colours, and for NO_COLOR.
  case monochrome

  func style(for role: Role) -> Style {
    switch self {
    case .dark: Theme.darkStyle(for: role)
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
    default: []
    }
  }

  private static func darkStyle(for role: Role) -> Style {
    switch role {
    case .plain, .value, .tab, .dialog, .paneTitle, .bar: Style(on: nil)
    case .dim, .hint, .unknown, .other, .repairClosed, .repairCancelled: Style(245, basic: 8)
    case .strong: Style(255, basic: 15, .bold)
    case .title, .dialogTitle: Style(81, basic: 14, .bold)
    case .titleInfo, .label, .fieldLabel: Style(250, basic: 7)
    case .tabActive: Style(16, basic: 0, on: 81, basicOn: 6, .bold)
    case .statusLine: Style(252, basic: 7, on: 236, basicOn: 8)
    case .border: Style(240, basic: 8)
    case .borderFocused: Style(81, basic: 14)
    case .paneTitleFocused: Style(81, basic: 14, .bold)
    case .heading: Style(250, basic: 7, .underline)
    case .link: Style(75, basic: 12, .underline)
    case .matched: Style(228, basic: 11, .underline)
    case .badge: Style(16, basic: 0, on: 215, basicOn: 3, .bold)
    case .newClient: Style(215, basic: 11, .bold)
    case .selected: Style(255, basic: 15, on: 25, basicOn: 4, .bold)
    case .selectedUnfocused: Style(252, basic: 7, on: 238, basicOn: 8)
    case .marked: Style(228, basic: 11, .bold)
    case .ringing: Style(228, basic: 11, .bold)
    case .talking, .answered: Style(114, basic: 10)
    case .missed: Style(203, basic: 9, .bold)
    case .failed: Style(203, basic: 9)
    case .notReached, .busy, .refused: Style(215, basic: 3)
    case .voicemail: Style(141, basic: 13)
    case .notUnderstood: Style(203, basic: 9, .underline)
    case .repairNew: Style(75, basic: 12)
    case .repairProgress: Style(228, basic: 11)
    case .repairWaiting: Style(215, basic: 3)
    case .repairReady: Style(114, basic: 10, .bold)
    case .hintKey: Style(81, basic: 14, .bold)
    case .prompt: Style(16, basic: 0, on: 215, basicOn: 3)
    case .promptKey: Style(16, basic: 0, on: 228, basicOn: 3, .bold)
    case .error: Style(255, basic: 15, on: 124, basicOn: 1, .bold)
    case .warning: Style(215, basic: 11, .bold)
    case .success: Style(114, basic: 10)
    case .field: Style(252, basic: 7, .underline)
    case .fieldFocused: Style(255, basic: 15, on: 238, basicOn: 4)
    case .fieldError: Style(203, basic: 9, [.bold, .underline])
    case .button: Style(252, basic: 7, on: 238, basicOn: 8)
    case .buttonFocused: Style(16, basic: 0, on: 81, basicOn: 6, .bold)
    case .barAccent: Style(215, basic: 3, .bold)
    }
  }
}

/// What one role looks like: attributes, and colours for a palette of 256 and for one of 16.
/// Absent colours are the terminal's own.
struct Style {
  /// As `cn_attribute` numbers them.
  struct Attributes: OptionSet {
    let rawValue: UInt32
    static let bold = Attributes(rawValue: CN_BOLD.rawValue)
    static let dim = Attributes(rawValue: CN_DIM.rawValue)
    static let underline = Attributes(rawValue: CN_UNDERLINE.rawValue)
    static let reverse = Attributes(rawValue: CN_REVERSE.rawValue)
  }

  /// Foreground and background; -1 is the terminal's own.
  struct Colors: Hashable {
    var foreground: Int32 = -1
    var background: Int32 = -1
  }

  private let attributes: Attributes
  private let rich: Colors
  private let basic: Colors

  init(_ attributes: Attributes) {
    self.attributes = attributes
    rich = Colors()
    basic = Colors()
  }

  init(
    _ foreground: Int32 = -1, basic: Int32 = -1, on background: Int32? = nil,
    basicOn: Int32 = -1, _ attributes: Attributes = []
  ) {
    self.attributes = attributes
    rich = Colors(foreground: foreground, background: background ?? -1)
    self.basic = Colors(foreground: basic, background: basicOn)
  }

  /// The look on a terminal of so many colours. With eight, bright foregrounds turn bold and bright
  /// backgrounds turn reverse.
  func resolved(colors: Int) -> (colors: Colors, attributes: Attributes) {
    switch colors {
    case ..<8: return (Colors(), attributes)
    // Beyond 256 a number is a red-green-blue value, but for the first eight.
    case 256: return (rich, attributes)
    case 16..<256: return (basic, attributes)
    default: break
    }
    var colors = basic
    var attributes = attributes
    if colors.background >= 8 {
      colors = Colors()
      attributes.insert(.reverse)
    } else if colors.foreground >= 8 {
      // Bright black is as good as invisible where bold does not brighten.
      attributes.insert(colors.foreground == 8 ? .dim : .bold)
      colors.foreground = colors.foreground == 8 ? -1 : colors.foreground - 8
    }
    return (colors, attributes)
  }
}
