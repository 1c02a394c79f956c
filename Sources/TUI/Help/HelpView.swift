/// The help: every key of every place, from the bindings, and what is searched for in it.
struct HelpView: Equatable, Sendable {
  /// Lines scrolled away at the top.
  var scroll = 0
  var search = Search()

  /// A part of the help: bindings that act in one place, or wherever keys of that kind act.
  struct Section: Sendable {
    let title: Phrase
    /// Whose keys they are shown with.
    let context: KeyContext
    let bindings: [Binding]
  }

  static let sections: [Section] =
    [
      Section(title: .helpEverywhere, context: .log, bindings: Bindings.global),
      Section(title: .callLog, context: .log, bindings: Bindings.log),
      Section(
        title: .helpCalls, context: .log,
        bindings: Bindings.calls + Bindings.settling + Bindings.calling + Bindings.copying),
      Section(
        title: .helpLists, context: .contacts,
        bindings: Bindings.anyList + Bindings.list + Bindings.listed + Bindings.pointing),
      Section(title: .helpExporting, context: .log, bindings: Bindings.exporting),
      Section(
        title: .helpRecordings, context: .log,
        bindings: Bindings.playing + [Bindings.stopping] + Bindings.copyingLink),
    ]
    + KeyContext.allCases.dropFirst().map {
      Section(title: $0.helpTitle, context: $0, bindings: $0.own)
    }

  /// Sections with the user's keys; also what he has bound in one place otherwise than elsewhere.
  static func sections(_ keymap: Keymap) -> [Section] {
    if keymap.settings.isEmpty { return sections }
    return sections.map { section in
      let isWhole = section.title == section.context.helpTitle
      let own = isWhole ? section.context.bindings : []
      let special = own.filter { binding in
        keymap.isSpecial(binding.action, in: section.context)
          && !section.bindings.contains { $0.action == binding.action }
      }
      return Section(
        title: section.title, context: section.context,
        bindings: keymap.bound(section.bindings + special, in: section.context))
    }
  }

  /// - Parameters:
  ///   - text: only bindings with all its words in their keys, their label or their name.
  ///   - columns: the room of a line; names are left out where there is little.
  static func lines(_ words: Words, matching text: String = "", columns: Int = 76) -> [PaneLine] {
    let wanted = text.lowercased().split(whereSeparator: \.isWhitespace)
    return sections(words.keymap).flatMap { section -> [PaneLine] in
      let title = words(section.title)
      let found = section.bindings.filter { binding in
        let said = [keys(binding), words(binding.label), binding.action.name, title]
          .joined(separator: "\n").lowercased()
        return wanted.allSatisfy { said.contains($0) }
      }
      if found.isEmpty { return [] }
      return [PaneLine(title, .heading)] + found.map { line($0, words, columns: columns) }
        + [PaneLine("", .plain)]
    }
  }

  private static func keys(_ binding: Binding) -> String {
    binding.keys.map(\.description).joined(separator: " ")
  }

  private static func line(_ binding: Binding, _ words: Words, columns: Int) -> PaneLine {
    let keys = binding.keys.isEmpty ? "—" : keys(binding)
    let start = ("  " + SafeText.fitted(keys, columns: 18), Role.hintKey)
    let label = words(binding.label)
    let gap = columns - 21 - 27 - DisplayWidth.of(label)
    guard columns >= 70 else { return PaneLine(start, (" " + label, .plain)) }
    return PaneLine(
      start, (" " + label + String(repeating: " ", count: max(1, gap)), .plain),
      (binding.action.name, .dim))
  }
}

/// Scrolling and searching.
extension ConsoleState {
  /// The columns between the borders of the help.
  private var helpColumns: Int { layout.card.columns - 4 }

  private func lines(of help: HelpView) -> [PaneLine] {
    HelpView.lines(words, matching: help.search.text, columns: helpColumns)
  }

  mutating func updateTopHelp(_ change: (inout HelpView) -> Void) {
    guard case .help(var help) = layers.last else { return }
    change(&help)
    layers[layers.count - 1] = .help(help)
  }

  mutating func moveInHelp(_ action: Action) {
    guard case .help(let help) = layers.last else { return }
    let view = layout.card.rows - 2 - (help.search.field == nil ? 0 : 1)
    let scroll = scrolled(help.scroll, action, lines: lines(of: help).count, view: view)
    updateTopHelp { $0.scroll = scroll }
  }

  mutating func searchHelp(_ action: Action) {
    updateTopHelp { help in
      switch action {
      case .searchHelp: help.search.begin()
      case .keepHelpSearch: help.search.keep()
      default: _ = help.search.clear()
      }
      help.scroll = 0
    }
  }

  mutating func editHelpSearch(_ key: Key) {
    updateTopHelp { if $0.search.edit(key) { $0.scroll = 0 } }
  }

  func draw(_ help: HelpView, in frame: inout Frame) {
    let box = layout.card
    let lines = lines(of: help)
    frame.card([], title: words(.help), scroll: 0, in: box)
    let isSearched = help.search.field != nil
    let (top, inside) = box.inset(columns: 2, rows: 1).split(top: isSearched ? 1 : 0)
    frame.lines(
      lines.isEmpty ? [PaneLine(words(.nothingInHelp), .dim)] : lines, in: inside,
      scroll: help.scroll)
    guard let field = help.search.field else { return }
    let start = frame.put(words(.pickerSearch) + "  ", at: top.origin, role: .fieldLabel)
    let cursor = frame.field(
      field, at: Position(column: start, row: top.row), columns: top.endColumn - start,
      isFocused: help.search.isTyping)
    if help.search.isTyping { frame.cursor = cursor }
  }
}
