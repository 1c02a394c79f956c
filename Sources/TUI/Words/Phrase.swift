/// One thing the console says, in every language; "{}" is where a value goes, "{undo}" where the key
/// of that action, "{save@form}" where its key in one place. The catalogue stands in
/// the folder Phrases, in a file for each part of the screen.
struct Phrase: Hashable, Sendable {
  let english: String
  let ukrainian: String
  /// Whether keys go into it.
  let namesKeys: Bool

  init(_ english: String, _ ukrainian: String) {
    self.english = english
    self.ukrainian = ukrainian
    namesKeys =
      english.utf8.count(where: { $0 == UInt8(ascii: "{") })
      > english.split(separator: "{}", omittingEmptySubsequences: false).count - 1
  }
}
