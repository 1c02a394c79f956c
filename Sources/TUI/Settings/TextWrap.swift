/// Breaks text that must be read whole into lines: at blanks where it can, else anywhere.
enum TextWrap {
  /// - Returns: lines of at most `columns` columns; at least one.
  static func lines(_ text: String, columns: Int) -> [String] {
    let columns = max(2, columns)
    var lines = [""]
    var used = 0
    for word in text.split(separator: " ") {
      let width = DisplayWidth.of(word)
      if used > 0, used + 1 + width <= columns {
        lines[lines.count - 1] += " " + word
        used += 1 + width
        continue
      }
      if used > 0 {
        lines.append("")
        used = 0
      }
      for character in word {
        let width = DisplayWidth.of(character)
        if used + width > columns {
          lines.append("")
          used = 0
        }
        lines[lines.count - 1].append(character)
        used += width
      }
    }
    return lines
  }
}
