/// Hearing recordings.
extension ConfigKey {
  static let recordings: [ConfigKey] = [
    ConfigKey(
      path: "recordings.allow",
      summary: "further places that recordings may be fetched from",
      wanted: "a list of hosts (files.example) or origins (http://127.0.0.1:4711)"
    ) {
      .list($0.recordings.policy.entries.map { .text($0) })
    } take: { value, config in
      guard let entries = value.texts, let policy = RecordingPolicy(allowing: entries) else {
        return false
      }
      let allowsHTTP = config.recordings.policy.allowsHTTP
      config.recordings.policy = policy
      config.recordings.policy.allowsHTTP = allowsHTTP
      return true
    },
    .flag(
      "recordings.http", "whether http will do where the host is allowed",
      \.recordings.policy.allowsHTTP),
    ConfigKey(
      path: "recordings.player",
      summary:
        "the player and its arguments, {file} where the file goes; [] for the first installed",
      wanted: "a list of words, the first one a program"
    ) {
      .list($0.recordings.player.map { .text($0) })
    } take: { value, config in
      guard let words = value.texts, words.first?.isEmpty != true else { return false }
      config.recordings.player = words
      return true
    },
    .flag(
      "recordings.playOnAfterQuit", "whether quitting lets a recording play to its end",
      \.recordings.playsOnAfterQuit),
    .count(
      "recordings.cacheMegabytes",
      "how much the recordings that are kept may take; the longest unheard go first", 1...100_000,
      \.recordings.cacheMegabytes),
    .count(
      "recordings.cacheDays",
      "after how many days a recording that nobody hears is fetched anew", 1...3650,
      \.recordings.cacheDays),
  ]
}
