import Domain

extension SystemComment {
  /// The comment as a reader of that language is told it.
  public func text(in language: Language) -> String {
    let words = Words(language: language)
    return Wording(words: words, zone: .utc, now: Timestamp(milliseconds: 0)).comment(self)
  }
}
