/// What a user may say about recordings.
struct RecordingSettings: Equatable, Sendable {
  var policy = RecordingPolicy()
  /// A player's argument list, with `{file}` where the file goes; empty for the first one installed.
  var player: [String] = []
}
