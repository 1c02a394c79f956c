/// How the word at the cursor may go on.
public struct FilterCompletion: Hashable, Sendable {
  /// The characters that a candidate takes the place of.
  public let range: Range<Int>
  /// In the order of the language's tables.
  public let candidates: [String]

  /// Keys, words without a value, and values of which there are only a few. English ones, until
  /// something is typed that only a Ukrainian one begins with.
  /// - Parameter cursor: characters before it.
  public init(of text: String, cursor: Int) {
    let cursor = max(0, min(cursor, text.count))
    let word = FilterWord.words(in: String(text.prefix(cursor))).last {
      $0.range.upperBound == cursor
    }
    guard let word else {
      self.init(cursor..<cursor, FilterCompletion.english)
      return
    }
    guard let name = word.key else {
      let typed = word.isQuoted ? [] : FilterCompletion.beginning(with: word.value)
      self.init(word.range, typed)
      return
    }
    guard case .words(let values)? = FilterKey(name)?.values, !word.isQuoted else {
      self.init(cursor..<cursor, [])
      return
    }
    let typed = word.value.lowercased()
    let last = typed.lastIndex(of: ",").map { typed[typed.index(after: $0)...] } ?? typed[...]
    let words = FilterKey.ukrainianValues.filter { values.contains($0.value) }.keys.sorted()
    let found = values.filter { $0.hasPrefix(last) }
    self.init(
      (cursor - last.count)..<cursor,
      found.isEmpty ? words.filter { $0.hasPrefix(last) } : found)
  }

  private init(_ range: Range<Int>, _ candidates: [String]) {
    self.range = range
    self.candidates = candidates
  }

  private static let english =
    FilterFlag.allCases.map(\.rawValue) + FilterKey.allCases.map { $0.rawValue + $0.mark }
  private static let ukrainian =
    FilterFlag.ukrainian.keys.sorted()
    + FilterKey.ukrainian.sorted { $0.key < $1.key }.map { $0.key + $0.value.mark }

  private static func beginning(with text: String) -> [String] {
    let text = text.lowercased()
    let found = english.filter { $0.hasPrefix(text) }
    return found.isEmpty ? ukrainian.filter { $0.hasPrefix(text) } : found
  }

  /// The key that was meant: at most two letters are otherwise, and fewer than are right.
  static func nearest(to word: String) -> String? {
    let word = word.lowercased()
    let keys = FilterKey.allCases.map(\.rawValue) + FilterKey.ukrainian.keys.sorted()
    let distances = keys.map { (key: $0, distance: word.edits(to: $0)) }
    guard let best = distances.min(by: { $0.distance < $1.distance }), best.distance <= 2,
      best.distance < best.key.count - best.distance
    else { return nil }
    return best.key
  }
}

extension FilterKey {
  /// What a person types behind it.
  fileprivate var mark: String {
    values == .seconds ? ">" : ":"
  }
}
