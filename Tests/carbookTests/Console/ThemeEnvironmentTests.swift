import TUI
import Testing

@testable import carbook

@Suite("The theme a console opens with")
struct ThemeEnvironmentTests {
  @Test(
    "is without colours where those are not wanted, else the chosen one, else by the background",
    arguments: [
      ([:], nil, false, Theme.dark),
      ([:], .light, false, .light),
      (["NO_COLOR": "1"], .light, false, .monochrome),
      (["NO_COLOR": ""], nil, false, .dark),
      ([:], .highContrast, true, .monochrome),
      (["COLORFGBG": "0;15"], nil, false, .light),
      (["COLORFGBG": "0;default;15"], nil, false, .light),
      (["COLORFGBG": "15;0"], nil, false, .dark),
      (["COLORFGBG": "0;15"], .dark, false, .dark),
    ] as [([String: String], Theme?, Bool, Theme)])
  func theme(
    environment: [String: String], chosen: Theme?, isWithoutColors: Bool, theme: Theme
  ) {
    #expect(
      Theme.current(chosen, withoutColors: isWithoutColors, Environment(environment)) == theme)
  }
}
