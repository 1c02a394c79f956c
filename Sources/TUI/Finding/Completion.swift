/// What may stand where a word is being typed.
struct Completion: Equatable, Sendable {
  static let none = Completion(start: 0, candidates: [])

  /// Characters of the line before the word.
  let start: Int
  /// Whole words; one that ends in a blank is complete.
  let candidates: [String]

  /// Those of `words` that begin as the line's last word does, whatever the case.
  init(of words: [String], after head: String) {
    start =
      head.lastIndex(where: \.isWhitespace).map { head.distance(from: head.startIndex, to: $0) + 1 }
      ?? 0
    let typed = head.dropFirst(start).lowercased()
    candidates = words.filter { $0.lowercased().hasPrefix(typed) }
  }

  init(start: Int, candidates: [String]) {
    self.start = start
    self.candidates = candidates
  }

  /// The same in a line that has so many characters more before it.
  func moved(by characters: Int) -> Completion {
    Completion(start: start + characters, candidates: candidates)
  }

  /// How all candidates begin.
  var commonPrefix: String {
    guard var prefix = candidates.first else { return "" }
    for candidate in candidates.dropFirst() {
      prefix = String(zip(prefix, candidate).prefix { $0 == $1 }.map(\.0))
    }
    return prefix
  }
}
