/// Whether what is played here is heard where the user sits.
enum SoundOutput {
  /// Over ssh it is not, unless his sound server is reached from here.
  static func isOutOfReach(
    _ environment: Environment = .own
  ) -> Bool {
    let isSet = { (name: String) in environment[name]?.isEmpty == false }
    return ["SSH_CONNECTION", "SSH_TTY"].contains(where: isSet)
      && !["PULSE_SERVER", "PIPEWIRE_REMOTE"].contains(where: isSet)
  }
}
