import Domain

/// Hearing recordings: the keys, and what becomes of it.
extension ConsoleState {
  /// The call whose recording `p` plays; nil where it stops what is played.
  private var callToPlay: Call? {
    currentCall.flatMap { $0.id == recordings.playback?.call ? nil : $0 }
  }

  /// Why `p` does nothing now.
  var whyNotPlay: Phrase? {
    guard let call = callToPlay else { return recordings.playback == nil ? .whyNoCall : nil }
    return call.recording == nil ? .recordingNone : nil
  }

  var whyNoLink: Phrase? {
    guard let call = currentCall else { return .whyNoCall }
    return call.recording == nil ? .recordingNone : nil
  }

  /// Why what is played cannot be paused.
  var whyNotPlaying: Phrase? {
    guard let playback = recordings.playback else { return .whyNothingPlays }
    if case .fetching = playback.phase { return .whyStillFetching }
    return nil
  }

  /// Why it cannot go elsewhere, or play faster.
  var whyNoSeeking: Phrase? {
    whyNotPlaying ?? (recordings.playback?.canSeek == true ? nil : .whyNoSeeking)
  }

  mutating func performOnRecording(_ action: Action) -> [Effect] {
    switch action {
    case .play:
      guard let call = callToPlay else { return [.stopPlayback] }
      recordings.begin(call)
      return [.playRecording(call.id)]
    case .stopPlayback: return [.stopPlayback]
    case .pausePlayback: return [.togglePause]
    case .seek(let seconds): return [.seek(seconds)]
    case .changeSpeed(let steps): return [.changeSpeed(steps)]
    case .copyRecording: return currentCall.map { [.copyRecordingLink($0.id)] } ?? []
    default: return []
    }
  }

  mutating func playbackChanged(_ playback: Playback?) {
    guard let problem = recordings.load(playback) else { return }
    var text = words(.recordingNotAvailable, words(problem.phrase))
    if playback?.link != nil { text += " " + words(.linkIsCopied) }
    message = Message(text: text, role: .warning, link: playback?.link)
  }

  /// What keys do before all others of the place they go to, while something runs.
  var running: [Binding] {
    let context = keyContext
    let exporting = export != nil && context.isScreen ? Bindings.exporting : []
    var bindings = keymap.bound(exporting, in: context)
    guard recordings.playback != nil,
      context.isScreen || [.call, .client, .order].contains(context)
    else { return bindings }
    bindings += keymap.bound(Bindings.playing, in: context)
    // Whatever else Esc is for is nearer.
    let nearer = (bindings + keymap.bound(context.bindings, in: context))
      .first { $0.keys.contains(.escape) }
    let isEscapeFree = nearer.map { $0.whyNot(self) != nil } ?? true
    let keys = keymap.keys(of: Bindings.stopping, in: context)
      .filter { $0 != .escape || isEscapeFree }
    return bindings + [Bindings.stopping.rebound(keys)]
  }
}

extension RecordingProblem {
  /// After "Recording not available: ".
  var phrase: Phrase {
    switch self {
    case .none: .problemNone
    case .badLink: .problemBadLink
    case .hostNotAllowed: .problemHost
    case .privateAddress: .problemPrivateAddress
    case .expired: .problemExpired
    case .tooBig: .problemTooBig
    case .noNetwork: .problemNoNetwork
    case .notSecure: .problemNotSecure
    case .server: .problemServer
    case .disk: .problemDisk
    case .noCurl: .problemNoCurl
    case .noPlayer: .problemNoPlayer
    case .noSound: .problemNoSound
    case .overSSH: .problemOverSSH
    case .cancelled: .problemCancelled
    }
  }
}
