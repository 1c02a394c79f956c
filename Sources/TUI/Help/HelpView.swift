/// The help: every key of every place, from the bindings.
struct HelpView: Equatable, Sendable {
  /// Lines scrolled away at the top.
  var scroll = 0

  static let sections: [(title: Phrase, bindings: [Binding])] =
    [
      (.helpEverywhere, Bindings.global), (.callLog, Bindings.log),
      (.helpCalls, Bindings.calls + Bindings.settling + Bindings.calling + Bindings.copying),
      (.helpLists, Bindings.anyList + Bindings.list + Bindings.listed + Bindings.pointing),
      (.helpExporting, Bindings.exporting),
      (.helpRecordings, Bindings.playing + [Bindings.stopping] + Bindings.copyingLink),
    ]
    + KeyContext.allCases.dropFirst().map { ($0.helpTitle, $0.own) }

  static func lines(_ words: Words) -> [PaneLine] {
    sections.flatMap { section in
      [PaneLine(words(section.title), .heading)]
        + section.bindings.map { binding in
          let keys = binding.keys.map(\.description).joined(separator: " ")
          return PaneLine(
            ("  " + SafeText.fitted(keys, columns: 18), .hintKey),
            (" " + words(binding.label), .plain))
        } + [PaneLine("", .plain)]
    }
  }
}
