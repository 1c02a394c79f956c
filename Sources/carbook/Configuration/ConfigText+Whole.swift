import TUI

extension ConfigText {
  /// A file with every key as it is in force, and what each is for; it reads back as that.
  static func whole(_ config: Config) -> String {
    var lines = ["// Carbook's configuration: carbook(5).", "{"]
    var area: Substring = ""
    for key in ConfigKey.all {
      let steps = key.path.split(separator: ".")
      let own = steps.count > 1 ? steps[0] : ""
      if own != area {
        if !area.isEmpty { lines.append("  },") }
        if !own.isEmpty { lines.append("  \(own): {") }
        area = own
      }
      let indent = own.isEmpty ? "  " : "    "
      lines += ["\(indent)// \(key.summary):", "\(indent)// \(key.wanted)"]
      if key.path == "keys" {
        lines += keys(config.keys, indent: indent)
      } else {
        lines.append("\(indent)\(steps[steps.count - 1]): \(key.value(config).json5),")
      }
    }
    if !area.isEmpty { lines.append("  },") }
    return (lines + ["}"]).joined(separator: "\n")
  }

  /// What the user has bound; all other actions with their standard keys, as comments.
  private static func keys(_ keys: KeySettings, indent: String) -> [String] {
    let inside = indent + "  "
    var own: Set<String> = []
    var lines = [indent + "keys: {"]
    if case .object(let members) = keys.value {
      for (name, value) in members.sorted(by: { $0.key < $1.key }) {
        own.insert(name)
        lines.append("\(inside)\(JSONValue.text(name).json5): \(value.json5),")
      }
    }
    for action in KeyTable.actions(.english) where !own.contains(action.name) {
      let standard = JSONValue.list(action.keys.map { .text($0) }).json5
      lines.append("\(inside)// \"\(action.name)\": \(standard),  // \(action.does)")
    }
    return lines + [indent + "},"]
  }
}
