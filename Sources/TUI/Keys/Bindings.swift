import Domain

/// The tables of keys.
enum Bindings {
  /// Everywhere, over forms and dialogs too.
  static let global: [Binding] = [
    Binding(.function(9), does: .newClient, label: .doNewClient),
    Binding(.function(1), does: .help, label: .doHelp),
    Binding(.control("l"), does: .repaint, label: .doRepaint),
    Binding(.control("z"), does: .suspend, label: .doSuspend),
  ]

  /// On every screen while no layer is open.
  static let anyList: [Binding] =
    [
      Binding(.up, .character("k"), does: .up, label: .doUp),
      Binding(.down, .character("j"), does: .down, label: .doDown),
      Binding(.pageUp, .control("b"), does: .pageUp, label: .doPageUp),
      Binding(.pageDown, .control("f"), .character(" "), does: .pageDown, label: .doPageDown),
      Binding(.character("1"), does: .show(.log), label: .doCallLog),
      Binding(.character("2"), does: .show(.contacts), label: .doContacts),
      Binding(.character("3"), does: .show(.orders), label: .doOrders),
      Binding(.character("4"), does: .show(.callBack), label: .doCallBack),
      Binding(.character("5"), does: .show(.statistics), label: .doStatistics),
      Binding(.character("6"), does: .show(.settings), label: .doSettings),
      drafts,
      Binding(.character("?"), does: .help, label: .doHelp),
      Binding(.character("q"), does: .quit, label: .doQuit),
    ] + everywhere

  static let log: [Binding] = [allCalls] + ofCall + finding + view

  /// About the selected call.
  private static let ofCall: [Binding] = [
    Binding(.enter, does: .open, label: .doOpen, hinted: true) {
      $0.selectedCall == nil ? .whyNoCall : nil
    },
    Binding(.character("c"), does: .contact, label: .doContact, hinted: true) {
      guard let call = $0.selectedCall else { return .whyNoCall }
      let hasKey = call.contact != nil || call.isFromNewClient || call.ownerCount > 1
      return hasKey ? nil : .whyNoContact
    },
    Binding(.character("o"), does: .order, label: .doOrder, hinted: true) {
      guard let call = $0.selectedCall else { return .whyNoCall }
      return call.order == nil ? .whyNoOrder : nil
    },
    play,
    Binding(.character("n"), does: .newClient, label: .doNewClient, hinted: true) {
      if !$0.prompts.prompts.isEmpty { return nil }
      guard let call = $0.selectedCall else { return .noPrompt }
      return call.isFromNewClient ? nil : .notANewClient
    },
    newOrder, contactOfCall,
  ]

  /// How the log is seen.
  private static let view: [Binding] = [
    Binding(.tab, does: .nextPane, label: .doNextPane, hinted: true) {
      $0.layout.showsEverything ? .whyAllShown : nil
    },
    Binding(.character("z"), does: .zoom, label: .doZoom, hinted: true),
    Binding(.character("s"), does: .sortMenu, label: .doSort),
    Binding(.character("|"), does: .columns, label: .doColumns),
    Binding(.character("G"), .end, does: .newest, label: .doNewest),
    Binding(.character("g"), .home, does: .oldest, label: .doOldest),
    Binding(.character("d"), does: .demo, label: .doDemo, hinted: true) {
      $0.log.list.isEmpty && $0.log.filter.isEmpty ? nil : .whyNotEmpty
    },
  ]

  static let dialog: [Binding] = [
    Binding(.character("c"), does: .create, label: .doCreate, hinted: true),
    Binding(.character("a"), does: .add, label: .doAdd, hinted: true),
    Binding(.character("l"), does: .notNow, label: .doNotNow, hinted: true),
    Binding(.escape, does: .close, label: .doClose, hinted: true),
    Binding(.down, .right, .tab, does: .nextPrompt, label: .doNextPrompt),
    Binding(.up, .left, .backTab, does: .previousPrompt, label: .doPreviousPrompt),
    Binding(.character("?"), does: .help, label: .doHelp),
  ]

  static let picker: [Binding] = [
    Binding(.enter, does: .pick, label: .doPick, hinted: true),
    Binding(.function(4), .control("n"), does: .newContact, label: .doNewContact, hinted: true) {
      guard case .picker(let picker) = $0.layers.last else { return nil }
      return if case .merge = picker.purpose { .whyMerging } else { nil }
    },
    Binding(.up, does: .up, label: .doUp),
    Binding(.down, does: .down, label: .doDown),
    Binding(.pageUp, does: .pageUp, label: .doPageUp),
    Binding(.pageDown, does: .pageDown, label: .doPageDown),
    Binding(.escape, does: .close, label: .doClose, hinted: true),
  ]

  static let question: [Binding] = [
    Binding(.character("y"), does: .quitAnyway, label: .doQuitYes, hinted: true),
    Binding(.character("n"), .escape, does: .close, label: .doQuitNo, hinted: true),
  ]
}
