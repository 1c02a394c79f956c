/// The keys of the help.
extension Bindings {
  static let help: [Binding] = [
    Binding(.escape, .character("q"), does: .close, label: .doClose, hinted: true),
    Binding(.character("?"), does: .help, label: .doClose),
    Binding(.character("/"), .character("."), does: .searchHelp, label: .doSearch, hinted: true),
    Binding(.up, .character("k"), does: .up, label: .doUp, hinted: true),
    Binding(.down, .character("j"), does: .down, label: .doDown, hinted: true),
    Binding(.pageUp, does: .pageUp, label: .doPageUp),
    Binding(.pageDown, .character(" "), does: .pageDown, label: .doPageDown),
    Binding(.home, .character("g"), does: .first, label: .doFirst),
    Binding(.end, .character("G"), does: .last, label: .doLast),
  ]

  /// While one types what is searched for in the help.
  static let helpSearch: [Binding] = [
    Binding(.enter, does: .keepHelpSearch, label: .doKeepSearch, hinted: true),
    Binding(.escape, does: .endHelpSearch, label: .doEndSearch, hinted: true),
    Binding(.up, does: .up, label: .doUp),
    Binding(.down, does: .down, label: .doDown),
    Binding(.pageUp, does: .pageUp, label: .doPageUp),
    Binding(.pageDown, does: .pageDown, label: .doPageDown),
  ]

  /// One change of a record on the whole screen.
  static let entry: [Binding] =
    help.filter { ![.searchHelp, .help].contains($0.action) }
    + [Binding(.character("?"), does: .help, label: .doHelp)]
}
