/// A key of the configuration file: what it is for, what it may be, and where it goes.
struct ConfigKey: Sendable {
  /// As in the file, with a dot for each step in: `recordings.allow`.
  let path: String
  let summary: String
  /// What a value is, for `must be …`.
  let wanted: String
  /// What stands there where the file says nothing, as it is written in the file.
  let standard: String
  /// Takes a value; false where it is not what is wanted.
  let take: @Sendable (ConfigValue, inout Config) -> Bool

  static let all: [ConfigKey] = [
    ConfigKey(
      path: "recordings.allow",
      summary: "further places that recordings may be fetched from",
      wanted: "a list of hosts (files.example) or origins (http://127.0.0.1:4711)", standard: "[]"
    ) { value, config in
      guard let entries = value.texts, let policy = RecordingPolicy(allowing: entries) else {
        return false
      }
      let allowsHTTP = config.recordings.policy.allowsHTTP
      config.recordings.policy = policy
      config.recordings.policy.allowsHTTP = allowsHTTP
      return true
    },
    ConfigKey(
      path: "recordings.http", summary: "whether http will do where the host is allowed",
      wanted: "true or false", standard: "false"
    ) { value, config in
      guard let flag = value.flag else { return false }
      config.recordings.policy.allowsHTTP = flag
      return true
    },
    ConfigKey(
      path: "recordings.player",
      summary:
        "the player and its arguments, {file} where the file goes; [] for the first installed",
      wanted: "a list of words, the first one a program", standard: "[]"
    ) { value, config in
      guard let words = value.texts, words.first?.isEmpty != true else { return false }
      config.recordings.player = words
      return true
    },
    ConfigKey(
      path: "recordings.playOnAfterQuit",
      summary: "whether quitting lets a recording play to its end", wanted: "true or false",
      standard: "false"
    ) { value, config in
      guard let flag = value.flag else { return false }
      config.recordings.playsOnAfterQuit = flag
      return true
    },
    ConfigKey(
      path: "recordings.cacheMegabytes",
      summary: "how much the recordings that are kept may take; the longest unheard go first",
      wanted: "a whole number from 1 to 100000", standard: "512"
    ) { value, config in
      guard let count = value.count, (1...100_000).contains(count) else { return false }
      config.recordings.cacheLimit = count << 20
      return true
    },
    ConfigKey(
      path: "recordings.cacheDays",
      summary: "after how many days a recording that nobody hears is fetched anew",
      wanted: "a whole number from 1 to 3650", standard: "30"
    ) { value, config in
      guard let count = value.count, (1...3650).contains(count) else { return false }
      config.recordings.cacheDays = count
      return true
    },
  ]
}
