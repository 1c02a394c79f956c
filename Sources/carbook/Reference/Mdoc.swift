/// Text in the mdoc language (mdoc(7)).
enum Mdoc {
  static func sentence(_ summary: String) -> String {
    escaped(summary.prefix(1).uppercased() + summary.dropFirst()) + "."
  }

  /// In lines of at most 78 bytes.
  static func wrapped(_ text: String) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.utf8.count + word.utf8.count < 78 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// As one argument of a macro.
  static func quoted(_ text: String) -> String {
    "\""
      + escaped(text).split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// A backslash starts an escape, a dot or quote at a line's start a request, and a dash would be a
  /// hyphen (mandoc_char(7)).
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case ".", "'": escaped += escaped.isEmpty ? "\\&\(character)" : String(character)
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
