import TUI

extension Language {
  /// The reader's language: the first of LC_ALL, LC_MESSAGES and LANG that is set (POSIX, section
  /// 8.2). Read as a string: the locale itself is often not installed.
  static func current(
    _ environment: Environment = .own
  ) -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    return Language(locale: names.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "")
  }

  /// What the user's configuration says, else the environment's.
  static var chosen: Language {
    ConfigFile(path: ConfigFile.standardPath()).settled().config.view.language ?? .current()
  }
}
