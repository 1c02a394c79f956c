extension SafeText {
  /// `text` clean, and what HTML, XML and the markup of desktops' notices read as their own written
  /// so that it is seen. For text between tags; an attribute's would need its quotes too.
  public static func markup(_ text: some StringProtocol) -> String {
    var markup = ""
    for character in clean(text) {
      switch character {
      case "&": markup += "&amp;"
      case "<": markup += "&lt;"
      case ">": markup += "&gt;"
      default: markup.append(character)
      }
    }
    return markup
  }
}
