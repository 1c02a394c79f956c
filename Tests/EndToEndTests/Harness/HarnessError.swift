import Glibc

/// What went wrong in the harness itself, or did not come in time.
struct HarnessError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// Asks again every few milliseconds until there is an answer, up to a deadline.
@discardableResult
func wait<Answer>(
  upTo seconds: Double, for what: @autoclosure () -> String, until answer: () throws -> Answer?
) throws -> Answer {
  let deadline = ContinuousClock.now + .seconds(seconds)
  while true {
    if let answer = try answer() { return answer }
    guard ContinuousClock.now < deadline else {
      throw HarnessError("Not within \(seconds) s: \(what())")
    }
    usleep(3000)
  }
}
