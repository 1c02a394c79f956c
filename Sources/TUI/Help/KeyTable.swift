/// Every key of every place as a page of Markdown: docs/keys.md is made from it.
public enum KeyTable {
  public static func markdown(_ language: Language) -> String {
    let words = Words(language: language)
    var lines = ["# " + words(.keyTableTitle), "", words(.keyTableAbout)]
    for section in HelpView.sections where !section.bindings.isEmpty {
      lines += [
        "", "## " + words(section.title), "",
        "| \(words(.keyTableKey)) | \(words(.keyTableDoes)) |", "| --- | --- |",
      ]
      lines += section.bindings.map { binding in
        let keys = binding.keys.map { "`\(cell($0.description))`" }.joined(separator: " ")
        return "| \(keys) | \(cell(words(binding.label))) |"
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A bar inside a cell would end it (GitHub Flavored Markdown, 4.10).
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
