import Glibc

/// What went wrong in the harness itself, or did not come in time.
struct HarnessError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// How long a test waits for what has to come, in seconds: long enough for a machine that is busy
/// with other builds, as only a failure takes so long.
let patience = 30.0

/// Asks again until there is an answer, up to a deadline: soon at first, then less often, since the
/// asking itself takes time from what is waited for.
@discardableResult
func wait<Answer>(
  upTo seconds: Double = patience, for what: @autoclosure () -> String,
  until answer: () throws -> Answer?
) throws -> Answer {
  let deadline = ContinuousClock.now + .seconds(seconds)
  var pause: UInt32 = 2000
  while true {
    if let answer = try answer() { return answer }
    guard ContinuousClock.now < deadline else {
      throw HarnessError("Not within \(seconds) s: \(what())")
    }
    usleep(pause)
    pause = min(pause * 3 / 2, 25_000)
  }
}
