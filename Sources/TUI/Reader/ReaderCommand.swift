/// What can be typed to a `Reader`.
enum ReaderCommand {
  static func help(_ words: Words) -> [String] {
    [
      ("l", Phrase.readerCalls), ("b", .readerCallBacks), ("c", .readerCreateContact),
      ("n", .readerNotNow), ("h", .readerThis), ("q", .doQuit),
    ].map { "\($0): \(words($1))" }
  }
}
