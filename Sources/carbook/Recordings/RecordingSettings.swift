/// What a user may say about recordings.
struct RecordingSettings: Equatable, Sendable {
  var policy = RecordingPolicy()
  /// A player's argument list, with `{file}` where the file goes; empty for the first one installed.
  var player: [String] = []
  /// Whether what is played goes on when the console is left.
  var playsOnAfterQuit = false
  /// What a store's recordings may take in the cache, in bytes.
  var cacheLimit = 512 << 20
  /// Days after which one that nobody has heard again goes.
  var cacheDays = 30

  /// The cache's limit in MiB.
  var cacheMegabytes: Int {
    get { cacheLimit >> 20 }
    set { cacheLimit = newValue << 20 }
  }
}
