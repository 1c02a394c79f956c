import Domain

/// What is heard, and what could not be. It belongs to no screen: moving on keeps it playing.
struct Recordings: Equatable, Sendable {
  /// Why a recording cannot be heard, and the link that was tried: of another one nothing is known.
  private struct Trouble: Equatable, Sendable {
    let link: String
    let problem: RecordingProblem
  }

  /// More than anybody tries in a day.
  private static let limit = 1000

  /// Being fetched, playing or paused; nil where nothing is.
  private(set) var playback: Playback?
  /// The one asked for last, as it was then.
  private var asked: Call?
  private var troubles: [Call.ID: Trouble] = [:]

  /// The recording of a call was asked for, and nothing is known of it yet.
  mutating func begin(_ call: Call) {
    asked = call
    playback = Playback(call: call.id, phase: .fetching(received: 0, whole: nil))
    troubles[call.id] = nil
  }

  /// - Parameter playback: nil where nothing is played any more.
  /// - Returns: why it cannot be heard, where that is so.
  mutating func load(_ playback: Playback?) -> RecordingProblem? {
    // The last word of what was heard before says nothing of what was asked for since.
    guard playback == nil || playback?.call == asked?.id else { return nil }
    guard case .failed(let problem) = playback?.phase else {
      self.playback = playback
      return nil
    }
    if let call = asked, let link = call.recording {
      if troubles.count >= Recordings.limit { troubles = [:] }
      troubles[call.id] = Trouble(link: link, problem: problem)
    }
    self.playback = nil
    return problem
  }

  /// The call that is heard.
  var call: Call? {
    asked?.id == playback?.call ? asked : nil
  }

  func problem(of call: Call) -> RecordingProblem? {
    guard let trouble = troubles[call.id], trouble.link == call.recording else { return nil }
    return trouble.problem
  }

  func playback(of call: Call) -> Playback? {
    playback?.call == call.id ? playback : nil
  }
}
