/// The help: every key of every place, from the bindings.
struct HelpView: Equatable, Sendable {
  /// Lines scrolled away at the top.
  var scroll = 0

  private static let sections: [(title: Phrase, bindings: [Binding])] =
    [(.helpEverywhere, Bindings.global)]
    + [KeyContext.log, .list, .card, .dialog, .form, .picker, .help, .question].map {
      ($0.helpTitle, own($0))
    }

  /// The bindings that only this context has, and for lists those that all of them have.
  private static func own(_ context: KeyContext) -> [Binding] {
    switch context {
    case .log: Bindings.log
    case .list: Bindings.anyList + Bindings.list
    default: context.bindings.dropLast(Bindings.global.count)
    }
  }

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
