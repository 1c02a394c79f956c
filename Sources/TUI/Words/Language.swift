/// A language the console speaks.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case ukrainian = "uk"

  /// - Parameter locale: what LC_ALL, LC_MESSAGES or LANG says: `uk_UA.UTF-8`.
  public init(locale: String) {
    self = locale.lowercased().hasPrefix("uk") ? .ukrainian : .english
  }
}
