/// The keys of the columns chooser.
extension Bindings {
  static let columns: [Binding] = [
    Binding(.character(" "), does: .toggleColumn, label: .doToggleColumn, hinted: true),
    Binding(
      .character("J"), .shiftDown, .character(">"), does: .moveColumn(1),
      label: .doColumnLater, hinted: true),
    Binding(
      .character("K"), .shiftUp, .character("<"), does: .moveColumn(-1),
      label: .doColumnEarlier, hinted: true),
    Binding(
      .character("+"), .character("="), does: .widenColumn(1), label: .doWiden, hinted: true),
    Binding(.character("-"), does: .widenColumn(-1), label: .doNarrow, hinted: true),
    Binding(.character("r"), does: .automaticColumns, label: .doColumnsByRoom, hinted: true) {
      $0.view.columns == nil ? .whyColumnsByRoom : nil
    },
    Binding(
      .escape, .enter, .character("q"), .character("|"), does: .close, label: .doClose,
      hinted: true),
    Binding(.up, .character("k"), does: .up, label: .doUp),
    Binding(.down, .character("j"), does: .down, label: .doDown),
    Binding(.home, .character("g"), does: .first, label: .doFirst),
    Binding(.end, .character("G"), does: .last, label: .doLast),
    Binding(.character("?"), does: .help, label: .doHelp),
  ]
}
