/// Why a filter cannot be read: one word of it, and what is wrong there.
public struct FilterProblem: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// No key of that name; `nearest` is one that differs in a letter or two.
    case unknownKey(nearest: String?)
    /// Nothing behind the colon.
    case missingValue(FilterKey)
    /// What stands there is none of what is allowed.
    case badValue(String, allowed: FilterKey.Values)
    /// A second word for what can be said once only.
    case repeated
  }

  /// As it was typed.
  public let word: String
  /// Which of the words it is, from 1.
  public let place: Int
  public let reason: Reason

  public init(word: String, place: Int, reason: Reason) {
    self.word = word
    self.place = place
    self.reason = reason
  }
}
