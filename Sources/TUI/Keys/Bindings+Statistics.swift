/// The keys of the Statistics screen.
extension Bindings {
  static let statistics: [Binding] = [
    Binding(.character("p"), does: .periodMenu, label: .doPeriod, hinted: true),
    Binding(
      .character("["), .character("<"), does: .earlierPeriod, label: .doEarlierPeriod, hinted: true
    ) {
      $0.movedPeriod(by: -1) == nil ? .whyNoEarlierPeriod : nil
    },
    Binding(
      .character("]"), .character(">"), does: .laterPeriod, label: .doLaterPeriod, hinted: true
    ) {
      $0.movedPeriod(by: 1) == nil ? .whyNoLaterPeriod : nil
    },
    Binding(.tab, does: .nextFigures, label: .doNextFigures, hinted: true),
    Binding(.backTab, does: .previousFigures, label: .doPreviousFigures),
    Binding(.enter, does: .openFigures, label: .doOpenFigures, hinted: true) { $0.whyNotOpened },
    Binding(.left, .character("h"), does: .figuresLeft, label: .doFiguresLeft, whyNot: onlyHours),
    Binding(
      .right, .character("l"), does: .figuresRight, label: .doFiguresRight, whyNot: onlyHours),
    Binding(.home, .character("g"), does: .first, label: .doFirst),
    Binding(.end, .character("G"), does: .last, label: .doLast),
    Binding(.character("w"), does: .period(.lastDays(7)), label: .periodWeek),
    Binding(.character("m"), does: .period(.lastDays(30)), label: .periodThirtyDays),
    Binding(.character("Y"), does: .period(.thisYear), label: .periodThisYear),
    Binding(.character("f"), does: .periodLine, label: .periodTyped),
    newClient,
  ]

  private static let onlyHours: @Sendable (ConsoleState) -> Phrase? = {
    $0.statistics.section == .hours ? nil : .whyOnlyHours
  }

  static let periodRows: [Binding] = [
    Binding(.character("t"), does: .period(.today), label: .periodToday, hinted: true),
    Binding(.character("y"), does: .period(.yesterday), label: .periodYesterday, hinted: true),
    Binding(.character("w"), does: .period(.lastDays(7)), label: .periodWeek, hinted: true),
    Binding(.character("m"), does: .period(.lastDays(30)), label: .periodThirtyDays, hinted: true),
    Binding(.character("c"), does: .period(.thisMonth), label: .periodThisMonth, hinted: true),
    Binding(.character("l"), does: .period(.lastMonth), label: .periodLastMonth, hinted: true),
    Binding(.character("Y"), does: .period(.thisYear), label: .periodThisYear, hinted: true),
    Binding(.character("L"), does: .period(.lastYear), label: .periodLastYear, hinted: true),
    Binding(.character("f"), does: .periodLine, label: .periodTyped, hinted: true),
  ]
}
