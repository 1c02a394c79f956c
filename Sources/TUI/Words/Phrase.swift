/// One thing the console says, in every language; "{}" is where a value goes. The catalogue stands in
/// the folder Phrases, in a file for each part of the screen.
struct Phrase: Hashable, Sendable {
  let english: String
  let ukrainian: String

  init(_ english: String, _ ukrainian: String) {
    self.english = english
    self.ukrainian = ukrainian
  }
}
