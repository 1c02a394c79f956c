/// A key of the configuration file: what it is for, what it may be, and where it goes. There is a
/// file of them for each area.
struct ConfigKey: Sendable {
  /// As in the file, with a dot for each step in: `recordings.allow`.
  let path: String
  let summary: String
  /// What a value is, for `must be …`.
  let wanted: String
  /// What is in force.
  let value: @Sendable (Config) -> JSONValue
  /// Takes a value; false where it is not what is wanted.
  let take: @Sendable (JSONValue, inout Config) -> Bool

  static let all: [ConfigKey] = recordings + view + terminal + notices + keys

  /// Paths of the keys whose values are objects.
  static let objects: Set<String> = ["keys"]

  /// What stands there where the file says nothing, as it is written in the file.
  var standard: String { value(Config()).json5 }

  /// A key that is true or false.
  static func flag(
    _ path: String, _ summary: String, _ setting: WritableKeyPath<Config, Bool> & Sendable
  ) -> ConfigKey {
    ConfigKey(path: path, summary: summary, wanted: "true or false") {
      .flag($0[keyPath: setting])
    } take: { value, config in
      guard let flag = value.flag else { return false }
      config[keyPath: setting] = flag
      return true
    }
  }

  /// A key that counts something.
  static func count(
    _ path: String, _ summary: String, _ range: ClosedRange<Int>,
    _ setting: WritableKeyPath<Config, Int> & Sendable
  ) -> ConfigKey {
    ConfigKey(
      path: path, summary: summary,
      wanted: "a whole number from \(range.lowerBound) to \(range.upperBound)"
    ) {
      .count($0[keyPath: setting])
    } take: { value, config in
      guard let count = value.count, range.contains(count) else { return false }
      config[keyPath: setting] = count
      return true
    }
  }

  /// A key that is one of a few words.
  /// - Parameter automatic: the word for which the setting is nil.
  static func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
    _ path: String, _ summary: String, automatic: String,
    _ setting: WritableKeyPath<Config, Choice?> & Sendable
  ) -> ConfigKey where Choice.RawValue == String {
    let words = [automatic] + Choice.allCases.map(\.rawValue)
    return ConfigKey(
      path: path, summary: summary,
      wanted: words.dropLast().map { "\"\($0)\"" }.joined(separator: ", ")
        + " or \"\(words.last ?? "")\""
    ) {
      .text($0[keyPath: setting]?.rawValue ?? automatic)
    } take: { value, config in
      guard let word = value.text, words.contains(word) else { return false }
      config[keyPath: setting] = Choice(rawValue: word)
      return true
    }
  }
}
