/// What is said of the provider: its address book, its log, its telephones.
extension Phrase {
  static let fetchedCall = Phrase("fetched", "отримано з журналу")
}
