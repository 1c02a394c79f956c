import TUI
import Testing

@testable import carbook

@Suite("The reader's language")
struct LanguageTests {
  @Test(
    "is the first of LC_ALL, LC_MESSAGES and LANG that is set",
    arguments: [
      (["LANG": "uk_UA.UTF-8"], Language.ukrainian),
      (["LANG": "en_GB.UTF-8"], .english),
      (["LC_MESSAGES": "uk_UA", "LANG": "en_GB"], .ukrainian),
      (["LC_ALL": "C.UTF-8", "LC_MESSAGES": "uk_UA"], .english),
      (["LC_ALL": "", "LANG": "uk"], .ukrainian),
      (["LANG": "C"], .english),
      ([:], .english),
    ])
  func language(environment: [String: String], language: Language) {
    #expect(Language.current(Environment(environment)) == language)
  }
}
