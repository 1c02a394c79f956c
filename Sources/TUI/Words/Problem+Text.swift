extension RecordingProblem {
  /// A sentence for a reader of that language.
  public func text(in language: Language) -> String {
    let words = Words(language: language)
    return words(.recordingNotAvailable, words(phrase))
  }
}

extension ExportFailure {
  /// A sentence for a reader of that language.
  public func text(in language: Language) -> String {
    Words(language: language)(phrase)
  }
}
