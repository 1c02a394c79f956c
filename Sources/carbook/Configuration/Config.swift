/// What a user has decided in his configuration file.
struct Config: Equatable {
  var recordings = RecordingSettings()
}
