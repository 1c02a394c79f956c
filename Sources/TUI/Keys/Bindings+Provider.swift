/// The keys for what is asked of the provider.
extension Bindings {
  /// Wherever a client's number is.
  static let calling: [Binding] = [
    Binding(.character("C"), does: .callBack, label: .doCallNumber) {
      $0.numberInHand == nil ? .whyNoNumber : nil
    },
    Binding(.character("P"), does: .presence, label: .doPresence),
  ]

  static let callQuestion: [Binding] = [
    Binding(.character("y"), does: .callAnyway, label: .doCallYes, hinted: true),
    Binding(.character("n"), .escape, does: .close, label: .doCallNo, hinted: true),
  ]

  static let presence: [Binding] = [
    Binding(.escape, .character("q"), .character("P"), does: .close, label: .doClose, hinted: true),
    Binding(.up, .character("k"), does: .up, label: .doUp),
    Binding(.down, .character("j"), does: .down, label: .doDown),
    Binding(.pageUp, does: .pageUp, label: .doPageUp),
    Binding(.pageDown, .character(" "), does: .pageDown, label: .doPageDown),
    Binding(.character("?"), does: .help, label: .doHelp),
  ]

  static let outbox: [Binding] = [
    Binding(.character("r"), does: .retryPush, label: .doRetryPush, hinted: true) {
      guard let item = $0.outbox.list.selected else { return .whyNoRow }
      return item.problem == nil ? .whyPushWaits : nil
    },
    Binding(.character("A"), does: .retryAllPushes, label: .doRetryAllPushes, hinted: true) {
      $0.provider.contains { $0.refused > 0 } ? nil : .whyNoneRefused
    },
    Binding(.character("D"), does: .dropPush, label: .doDropPush, hinted: true) {
      $0.hasSelection ? nil : .whyNoRow
    },
    Binding(.enter, does: .openPush, label: .doOpen, hinted: true) {
      $0.hasSelection ? nil : .whyNoRow
    },
  ]
}
