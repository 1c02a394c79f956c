/// Why a recording cannot be heard.
public enum RecordingProblem: Error, Equatable, Sendable, CaseIterable {
  /// The provider has none.
  case none
  /// What stands for its address is none that is fetched.
  case badLink
  /// Its host is on no list of ours.
  case hostNotAllowed
  /// It leads into this machine's own network.
  case privateAddress
  /// The link is dead (403, 404, 410), or leads to a page instead of audio.
  case expired
  case tooBig
  case noNetwork
  /// No TLS, or a certificate that nobody vouches for.
  case notSecure
  /// The provider's server has a fault, or breaks off.
  case server
  case disk
  /// curl(1) is not installed.
  case noCurl
  case noPlayer
  /// The player ended at once: no sound device, most often.
  case noSound
  /// Somebody sits at the other end of an ssh connection, where nothing is heard of this machine.
  case overSSH
  /// Stopped before it was here.
  case cancelled
}
