/// The keys of the settings' pages.
extension Bindings {
  /// On every page.
  static let settingsPages: [Binding] =
    [
      Binding(.tab, does: .nextPage, label: .doNextPage) { _ in whyOnlyPage },
      Binding(.backTab, does: .previousPage, label: .doPreviousPage) { _ in whyOnlyPage },
      newClient,
    ]

  private static var whyOnlyPage: Phrase? { SettingsPage.allCases.count > 1 ? nil : .whyOnlyPage }

  private static let needsIntegration: @Sendable (ConsoleState) -> Phrase? = {
    $0.settings.integration == nil ? .whyNoIntegration : nil
  }

  static let settings: [Binding] = [
    Binding(
      .enter, .character("e"), does: .editIntegration, label: .doEdit, hinted: true,
      whyNot: needsIntegration),
    Binding(
      .character("N"), .function(4), does: .newIntegration, label: .doNewIntegration, hinted: true),
    Binding(.character("y"), does: .copy, label: .doCopyLink, hinted: true) {
      $0.settings.integration == nil
        ? .whyNoIntegration : $0.settings.selectedURL == nil ? .whyNoLink : nil
    },
    Binding(
      .character("T"), does: .testIntegration, label: .doTest, hinted: true,
      whyNot: needsIntegration),
    Binding(
      .character("r"), does: .rotateMenu, label: .doRotate, hinted: true, whyNot: needsIntegration),
    Binding(
      .character("a"), does: .switchIntegration, label: .doSwitch, hinted: true,
      whyNot: needsIntegration),
    Binding(
      .character("s"), does: .reveal, label: .doReveal, hinted: true, whyNot: needsIntegration),
    Binding(.character("Y"), does: .copyAuthKey, label: .doCopyAuthKey) {
      guard let integration = $0.settings.integration else { return .whyNoIntegration }
      return integration.project.authKey == nil ? .whyNoAuthKey : nil
    },
    Binding(.character("D"), does: .removeIntegration, label: .doRemove, whyNot: needsIntegration),
    Binding(.character("E"), does: .editStatuses, label: .doEditStatuses, hinted: true),
  ]

  /// How long the old links work.
  static let rotateRows: [Binding] = [
    Binding(.character("d"), does: .rotateToken(86_400), label: .graceDay, hinted: true),
    Binding(.character("h"), does: .rotateToken(3600), label: .graceHour, hinted: true),
    Binding(.character("w"), does: .rotateToken(604_800), label: .graceWeek, hinted: true),
    Binding(.character("0"), does: .rotateToken(0), label: .graceNone, hinted: true),
  ]

  static let removeRows: [Binding] = [
    Binding(
      .character("y"), does: .removeIntegrationAnyway, label: .doRemoveIntegration,
      hinted: true)
  ]
}
