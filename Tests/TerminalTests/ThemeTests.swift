import TUI
import Testing

@testable import Terminal

@Suite struct ThemeTests {
  @Test func `colours fit the palette`() {
    let missed = Theme.dark.style(for: .missed)
    #expect(missed.resolved(colors: 256) == (Style.Colors(foreground: 203), .bold))
    #expect(missed.resolved(colors: 16) == (Style.Colors(foreground: 9), .bold))
    #expect(missed.resolved(colors: 8) == (Style.Colors(foreground: 1), .bold))
    #expect(missed.resolved(colors: 1 << 24) == (Style.Colors(foreground: 1), .bold))
    #expect(missed.resolved(colors: 0) == (Style.Colors(), .bold))
    let unfocused = Theme.dark.style(for: .selectedUnfocused)
    #expect(unfocused.resolved(colors: 8) == (Style.Colors(), .reverse))
    #expect(Theme.dark.style(for: .dim).resolved(colors: 8) == (Style.Colors(), .dim))
  }

  @Test(arguments: [0, 8, 16, 256])
  func `what must stand out does so in every palette`(colors: Int) {
    let theme = colors == 0 ? Theme.monochrome : Theme.dark
    let looks: [Role: (colors: Style.Colors, attributes: Style.Attributes)] = Dictionary(
      uniqueKeysWithValues: Role.allCases.map {
        ($0, theme.style(for: $0).resolved(colors: colors))
      })
    let pairs: [(Role, Role)] = [
      (.selected, .plain), (.selected, .selectedUnfocused), (.selectedUnfocused, .plain),
      (.tabActive, .tab), (.fieldFocused, .field), (.fieldError, .field), (.error, .plain),
      (.prompt, .plain), (.buttonFocused, .button), (.missed, .answered),
      (.borderFocused, .border), (.hintKey, .hint),
    ]
    for (one, other) in pairs {
      #expect(looks[one].map(Look.init) != looks[other].map(Look.init), "\(one), \(other)")
    }
  }

  private struct Look: Equatable {
    let colors: Style.Colors
    let attributes: Style.Attributes

    init(_ look: (colors: Style.Colors, attributes: Style.Attributes)) {
      (colors, attributes) = look
    }
  }
}
