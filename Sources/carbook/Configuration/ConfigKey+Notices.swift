import TUI

/// What a user is told of while he looks elsewhere, and how.
extension ConfigKey {
  static let notices: [ConfigKey] = [
    .choice("notices.bell", "how this terminal calls", \.notices.bell),
    .choice(
      "notices.desktop",
      "how the desktop is told; auto is notify-send where that reaches it, else the terminal",
      \.notices.desktop),
    ConfigKey(
      path: "notices.hook",
      summary: "a program, and its arguments, that is told in its environment; [] for none",
      wanted: "a list of words, the first one a program"
    ) {
      .list($0.notices.hook.map { .text($0) })
    } take: { value, config in
      guard let words = value.texts, words.first?.isEmpty != true,
        !words.contains(where: { $0.utf8.contains(0) })
      else { return false }
      config.notices.hook = words
      return true
    },
    .flag("notices.names", "whether the desktop is told who", \.notices.tellsWho),
    .flag("notices.newClients", "whether new clients are told of", \.notices.newClients),
    .flag("notices.missedCalls", "whether missed calls are told of", \.notices.missedCalls),
    .count(
      "notices.callBackDueMinutes",
      "how long a client waits until you are told that his call back is due; 0 for never",
      0...10_080,
      \.notices.callBackDueMinutes),
  ]

  /// A key that is one of a few words.
  static func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
    _ path: String, _ summary: String, _ setting: WritableKeyPath<Config, Choice> & Sendable
  ) -> ConfigKey where Choice.RawValue == String {
    let words = Choice.allCases.map { "\"\($0.rawValue)\"" }
    return ConfigKey(
      path: path, summary: summary,
      wanted: words.dropLast().joined(separator: ", ") + " or \(words.last ?? "")"
    ) {
      .text($0[keyPath: setting].rawValue)
    } take: { value, config in
      guard let choice = value.text.flatMap(Choice.init(rawValue:)) else { return false }
      config[keyPath: setting] = choice
      return true
    }
  }
}
