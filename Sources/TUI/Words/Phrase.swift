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
    namesKeys = Phrase.hasNames(english)
  }

  /// Whether something stands between braces. Byte by byte: the first picture takes dozens of the
  /// thousand phrases.
  private static func hasNames(_ text: String) -> Bool {
    var isOpen = false
    for byte in text.utf8 {
      if isOpen, byte != UInt8(ascii: "}") { return true }
      isOpen = byte == UInt8(ascii: "{")
    }
    return false
  }
}
