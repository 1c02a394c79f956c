import FoundationEssentials
import Glibc
import TUI

/// How loud a recording is, moment by moment and channel by channel: made once by ffmpeg, and kept
/// beside the recording.
struct LevelPicture {
  /// Samples a second that are looked at: enough to see where somebody speaks.
  private static let rate = 4000
  /// Of an hour and a half; what comes later is not in the picture.
  private static let limit = 4 * rate * 5400

  let program: String

  /// Nil where ffmpeg is not installed.
  init?(find: (String) -> String? = { InstalledProgram.find($0) }) {
    guard let program = find("ffmpeg") else { return nil }
    self.program = program
  }

  /// The levels of a recording; nil where they cannot be told.
  /// - Parameter goesOn: asked several times a second; false ends it.
  func levels(of file: String, goesOn: () -> Bool = { true }) -> SoundLevels? {
    let kept = file + ".levels"
    if let bytes = FileManager.default.contents(atPath: kept), let levels = SoundLevels(bytes) {
      return levels
    }
    guard let wave = decoded(file, goesOn),
      let levels = SoundLevels(wave: wave, rate: LevelPicture.rate)
    else { return nil }
    _ = FileManager.default.createFile(
      atPath: kept, contents: Data(levels.bytes), attributes: [.posixPermissions: 0o600])
    return levels
  }

  /// The recording as a WAVE file of 16 bit samples, with the channels it has.
  private func decoded(_ file: String, _ goesOn: () -> Bool) -> [UInt8]? {
    guard let output = try? ProgramPipe(),
      let child = try? ChildProcess(
        program,
        [
          "-nostdin", "-v", "error", "-protocol_whitelist", "file,pipe", "-i", "file:" + file,
          "-map", "0:a:0", "-ar", String(LevelPicture.rate), "-c:a", "pcm_s16le", "-f", "wav",
          "pipe:1",
        ], output: output.writeEnd, endsWithUs: true)
    else { return nil }
    defer { child.end(within: 0) }
    output.closeWrite()
    var wave: [UInt8] = []
    while wave.count < LevelPicture.limit {
      guard goesOn() else { return nil }
      var request = pollfd(fd: output.readEnd, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 100) > 0 else { continue }
      guard let bytes = output.read(), !bytes.isEmpty else { break }
      wave += bytes
    }
    return wave
  }
}
