/// The keys around recordings.
extension Bindings {
  static let play = play(.doPlay)

  /// While something is played it stops that, or goes over to another call's.
  private static func play(_ label: Phrase) -> Binding {
    Binding(.character("p"), does: .play, label: label, hinted: true) { $0.whyNotPlay }
  }

  /// Wherever a call is seen.
  static let recordings: [Binding] = copyingLink + remote

  static let copyingLink: [Binding] = [
    Binding(.character("Y"), does: .copyRecording, label: .doCopyRecording) { $0.whyNoLink }
  ]

  /// About what is played, whatever is selected.
  private static let remote: [Binding] = [
    Binding(.character("<"), does: .seek(-10), label: .doSeekBack) { $0.whyNoSeeking },
    Binding(.character(">"), does: .seek(10), label: .doSeekOn) { $0.whyNoSeeking },
    Binding(.character("["), does: .changeSpeed(-1), label: .doSlower) { $0.whyNoSeeking },
    Binding(.character("]"), does: .changeSpeed(1), label: .doFaster) { $0.whyNoSeeking },
  ]

  /// While something is played, before all others of a screen or a card.
  static let playing: [Binding] =
    [
      Binding(.character(" "), does: .pausePlayback, label: .doPause, hinted: true) {
        $0.whyNotPlaying
      }, play(.doStopOrSwitch),
    ] + remote

  /// Where Esc has nothing nearer to end.
  static let stopping = Binding(.escape, does: .stopPlayback, label: .doStopPlayback)

  /// All that comes before a place's own keys while something runs.
  static let running: [Binding] = exporting + playing + [stopping]
}
