/// How the console looks and speaks.
extension ConfigKey {
  static let view: [ConfigKey] = [
    .choice(
      "view.language", "the language; auto is that of LC_ALL, LC_MESSAGES or LANG",
      automatic: "auto", \.view.language),
    .choice(
      "view.theme", "the colours; auto is light where COLORFGBG says so, else dark",
      automatic: "auto", \.view.theme),
  ]
}
