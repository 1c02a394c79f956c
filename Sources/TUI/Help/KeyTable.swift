/// Every key of every place as a page of Markdown: docs/keys.md is made from it.
public enum KeyTable {
  public static func markdown(_ language: Language) -> String {
    let words = Words(language: language)
    var lines = ["# " + words(.keyTableTitle), "", words(.keyTableAbout)]
    for section in HelpView.sections where !section.bindings.isEmpty {
      lines += [
        "",
        "## " + words(section.title) + (isPlace(section) ? " (`\(section.context.rawValue)`)" : ""),
        "",
        "| \(words(.keyTableKey)) | \(words(.keyTableDoes)) | \(words(.keyTableAction)) |",
        "| --- | --- | --- |",
      ]
      lines += section.bindings.map { binding in
        let keys = binding.keys.map { "`\(cell($0.description))`" }.joined(separator: " ")
        return "| \(keys) | \(cell(words(binding.label))) | `\(binding.action.name)` |"
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Whether its keys act in one place only, which a configuration can name.
  private static func isPlace(_ section: HelpView.Section) -> Bool {
    section.title == section.context.helpTitle
  }

  /// Every action once: its name, what it does, and its standard keys in all places.
  public static func actions(_ language: Language) -> [(name: String, does: String, keys: [String])]
  {
    let words = Words(language: language)
    var actions: [(name: String, does: String, keys: [String])] = []
    var places: [String: Int] = [:]
    for binding in HelpView.sections.flatMap(\.bindings) {
      let keys = binding.keys.map(\.description)
      if let index = places[binding.action.name] {
        actions[index].keys += keys.filter { !actions[index].keys.contains($0) }
      } else {
        places[binding.action.name] = actions.count
        actions.append((binding.action.name, words(binding.label), keys))
      }
    }
    return actions
  }

  /// What a configuration calls the places that keys act in, and what they are.
  public static func places(_ language: Language) -> [(name: String, title: String)] {
    KeyContext.allCases.map { ($0.rawValue, Words(language: language)($0.helpTitle)) }
  }

  /// A bar inside a cell would end it (GitHub Flavored Markdown, 4.10).
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
