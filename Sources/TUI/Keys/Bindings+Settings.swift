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

  static let settings: [Binding] = [
    Binding(.character("E"), does: .editStatuses, label: .doEditStatuses, hinted: true),
    Binding(.character("y"), does: .copy, label: .doCopy, hinted: true) {
      $0.hasSelection ? nil : .whyNoRow
    },
    Binding(.character("s"), does: .reveal, label: .doReveal, hinted: true) {
      $0.hasSelection ? nil : .whyNoRow
    },
  ]
}
