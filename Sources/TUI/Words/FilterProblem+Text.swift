import Domain

extension FilterProblem {
  /// What is wrong, in one sentence, as a reader of that language is told it.
  public func text(in language: Language) -> String {
    let words = Words(language: language)
    return Wording(words: words, zone: .utc, now: Timestamp(milliseconds: 0)).sentence(self)
  }
}
