import Foundation
import Testing

@testable import TUI

@Suite struct ThemeTests {
  @Test func `colours fit the palette`() {
    let missed = Theme.dark.style(for: .missed)
    #expect(missed.resolved(colors: 256) == (Style.Colors(foreground: 203), .bold))
    #expect(missed.resolved(colors: 16) == (Style.Colors(foreground: 9), .bold))
    #expect(missed.resolved(colors: 88) == (Style.Colors(foreground: 9), .bold))
    #expect(missed.resolved(colors: 8) == (Style.Colors(foreground: 1), .bold))
    #expect(missed.resolved(colors: 1 << 24) == (Style.Colors(foreground: 1), .bold))
    #expect(missed.resolved(colors: 0) == (Style.Colors(), .bold))
    let bright = Style(basic: 0, basicOn: 15)
    #expect(bright.resolved(colors: 8) == (Style.Colors(), .reverse))
    #expect(Theme.dark.style(for: .dim).resolved(colors: 8) == (Style.Colors(), .dim))
  }

  private static let palettes = [8, 16, 256]

  /// What has to be told apart at a glance, whatever the terminal can do.
  static let pairs: [(Role, Role)] = [
    (.selected, .plain), (.selected, .selectedUnfocused), (.selectedUnfocused, .plain),
    (.tabActive, .tab), (.fieldFocused, .field), (.fieldError, .field), (.error, .plain),
    (.prompt, .plain), (.prompt, .promptKey), (.buttonFocused, .button), (.missed, .answered),
    (.borderFocused, .border), (.hintKey, .hint), (.warning, .plain), (.newClient, .plain),
    (.matched, .plain), (.ringing, .answered), (.paneTitleFocused, .paneTitle),
    (.heading, .plain), (.link, .plain), (.badge, .statusLine),
  ]

  @Test(arguments: pairs)
  func `what must stand out does so in every theme and palette`(_ one: Role, _ other: Role) {
    for theme in Theme.allCases {
      for colors in theme == .monochrome ? [0] : ThemeTests.palettes {
        let looks = [one, other].map { theme.style(for: $0).resolved(colors: colors) }
        #expect(looks[0] != looks[1], "\(theme) \(colors)")
      }
    }
  }

  /// Of the 256 colours, and of xterm's sixteen.
  @Test(arguments: [(Theme.dark, 4.5), (.light, 4.5), (.highContrast, 7)], [16, 256])
  func `text can be read`(_ theme: (Theme, Double), _ colors: Int) {
    let (theme, least) = theme
    for role in Role.allCases {
      // A border is no text (WCAG 2.2, 1.4.11).
      let least = role == .border && theme != .highContrast ? 3 : least
      let (look, attributes) = theme.style(for: role).resolved(colors: colors)
      #expect(!attributes.contains(.reverse))
      let own = theme == .light ? (foreground: Int32(16), 231) : (foreground: Int32(231), 16)
      let contrast = Palette.contrast(
        look.foreground < 0 ? own.foreground : look.foreground,
        look.background < 0 ? Int32(own.1) : look.background)
      #expect(contrast >= least, "\(theme) \(role) \(colors): \(contrast)")
    }
  }

  @Test func `high contrast paints its own background`() {
    for role in Role.allCases {
      for colors in ThemeTests.palettes {
        let (look, attributes) = Theme.highContrast.style(for: role).resolved(colors: colors)
        #expect(look.background >= 0 || attributes.contains(.reverse), "\(role)")
      }
    }
  }

  @Test func `contrast is that of WCAG`() {
    #expect(Palette.contrast(16, 231) == 21)
    #expect(abs(Palette.contrast(244, 231) - 3.95) < 0.01)
  }
}

/// The colours that terminals of 256 have, as xterm has them.
private enum Palette {
  /// WCAG 2.2, "contrast ratio".
  static func contrast(_ one: Int32, _ other: Int32) -> Double {
    let luminances = [luminance(Int(one)), luminance(Int(other))].sorted()
    return (luminances[1] + 0.05) / (luminances[0] + 0.05)
  }

  private static func luminance(_ color: Int) -> Double {
    let linear = rgb(color).map { channel -> Double in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  private static func rgb(_ color: Int) -> [Int] {
    if color < 16 { return basic[color] }
    if color >= 232 { return Array(repeating: 8 + 10 * (color - 232), count: 3) }
    let steps = [0, 95, 135, 175, 215, 255]
    let cube = color - 16
    return [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]]
  }

  private static let basic = [
    [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205],
    [229, 229, 229], [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0], [92, 92, 255],
    [255, 0, 255], [0, 255, 255], [255, 255, 255],
  ]
}
