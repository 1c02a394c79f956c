/// Keys for finding what is looked for.
extension Bindings {
  /// In the log.
  static let finding: [Binding] = [
    // A Ukrainian keyboard has the full stop in the place of the slash.
    Binding(.character("/"), .character("."), does: .search, label: .doSearch, hinted: true) {
      $0.whyNothingToFind
    },
    Binding(.character("f"), does: .filterLine, label: .doFilterLine, hinted: true) {
      $0.whyNothingToFind
    },
    Binding(.character("F"), does: .savedFilters, label: .savedFilters),
    Binding(.character("t"), does: .jumpLine, label: .doJump) { $0.whyNothingToFind },
  ]

  static let allCalls = Binding(
    .escape, does: .clearFilter, label: .doClearFilter, hinted: true
  ) {
    $0.log.filter.isEmpty ? .whyNoFilter : nil
  }

  /// While one types what is searched for in the log.
  static let find: [Binding] = [
    Binding(.enter, does: .keepSearch, label: .doKeepSearch, hinted: true),
    Binding(.escape, does: .clearSearch, label: .doEndSearch, hinted: true),
    Binding(.up, does: .up, label: .doUp),
    Binding(.down, does: .down, label: .doDown),
    Binding(.pageUp, does: .pageUp, label: .doPageUp),
    Binding(.pageDown, does: .pageDown, label: .doPageDown),
  ]

  static let line: [Binding] = [
    Binding(.enter, does: .enterLine, label: .doEnter, hinted: true),
    Binding(.tab, does: .completeLine(1), label: .doComplete, hinted: true),
    Binding(.backTab, does: .completeLine(-1), label: .doCompleteBack),
    Binding(.up, does: .recallLine(1), label: .doRecall, hinted: true),
    Binding(.down, does: .recallLine(-1), label: .doRecallLater),
    Binding(.escape, does: .close, label: .doClose, hinted: true),
  ]

  static let savedFilters: [Binding] =
    [
      Binding(.enter, does: .applySelected, label: .doApplySaved, hinted: true) {
        $0.view.filters.isEmpty ? .noSavedFilters : nil
      },
      Binding(.character("s"), does: .saveFilter, label: .doSaveFilter, hinted: true) {
        $0.log.filter.isEmpty ? .whyNoFilter : nil
      },
      Binding(.delete, .character("x"), does: .deleteFilter, label: .doDeleteSaved, hinted: true) {
        $0.view.filters.isEmpty ? .noSavedFilters : nil
      },
      Binding(.escape, .character("q"), does: .close, label: .doClose, hinted: true),
      Binding(.up, .character("k"), does: .up, label: .doUp),
      Binding(.down, .character("j"), does: .down, label: .doDown),
    ]
    + "123456789".map {
      Binding(.character($0), does: .applySaved(String($0)), label: .doApplySaved)
    }
}

extension ConsoleState {
  fileprivate var whyNothingToFind: Phrase? {
    log.list.isEmpty && log.filter.isEmpty ? .whyEmptyLog : nil
  }
}
