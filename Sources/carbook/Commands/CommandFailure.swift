/// Why a command ends with status 1, in one sentence.
struct CommandFailure: Error, Equatable {
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }

  init(_ error: some Error) {
    sentence = String(describing: error)
  }
}
