import Domain

extension Wording {
  /// One sign for a row: a recording is there (▶), on its way (↓), heard (♪) or paused (‖), or it
  /// cannot be heard (×).
  func recordingSign(_ call: Call) -> (text: String, role: Role) {
    guard call.recording != nil else { return ("", .plain) }
    if recordings.problem(of: call) != nil { return ("×", .warning) }
    guard let playback = recordings.playback(of: call) else { return ("▶", .link) }
    return (playback.phase == .playing ? "♪" : sign(playback), .marked)
  }

  /// What a pane says of it; nil where nobody expects one.
  func recording(_ call: Call) -> (text: String, role: Role)? {
    if let problem = recordings.problem(of: call) {
      return ("× " + words(.notAvailable, words(problem.phrase)), .warning)
    }
    if let playback = recordings.playback(of: call) { return (progress(playback), .link) }
    if call.recording != nil { return ("▶", .link) }
    let hasTalked = call.phase == .after && (call.talk ?? 0) > 0
    return hasTalked ? (words(.noneSent), .dim) : nil
  }

  /// `▶ 0:42 / 3:05 ×1.25`, `‖ 0:42 / 3:05 paused`, `↓ fetching 45 %`
  func progress(_ playback: Playback) -> String {
    if case .fetching(let received, let whole) = playback.phase {
      return "\(sign(playback)) " + words(.fetched, share(received, of: whole))
    }
    var text = "\(sign(playback)) " + duration(Int64(playback.position))
    if let whole = playback.duration { text += " / " + duration(Int64(max(whole, 0))) }
    if playback.speed != 100 {
      let (units, rest) = (playback.speed / 100, playback.speed % 100)
      text += " ×\(units)" + (rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest)")
    }
    return playback.phase == .paused ? text + " " + words(.paused) : text
  }

  private func sign(_ playback: Playback) -> String {
    switch playback.phase {
    case .fetching: "↓"
    case .playing: "▶"
    case .paused: "‖"
    case .failed: "×"
    }
  }

  /// `45 %`; where nobody has said how much will come, `1.2 MiB`.
  private func share(_ received: Int, of whole: Int?) -> String {
    if let whole, whole > 0 { return "\(min(100, received * 100 / whole)) %" }
    return received == 0 ? "…" : "\(received >> 20).\((received >> 10) % 1024 * 10 / 1024) MiB"
  }
}
