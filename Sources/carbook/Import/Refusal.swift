/// Why a row is not taken: one sentence without a name or a number.
struct Refusal: Error, Equatable {
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }

  static let lineTooLong = Refusal("The line is too long.")
  static let openQuote = Refusal("A quotation mark is opened and never closed.")
  static let textAfterQuote = Refusal("Text follows a closing quotation mark.")
  static let notJSON = Refusal("This is not a JSON object.")
  static let openCard = Refusal("The card has no END:VCARD.")
}

/// A row of a file, where it begins, and what it says or why nothing can be made of it.
struct ImportRow<Content> {
  let line: Int
  let content: Result<Content, Refusal>

  func map<Other>(_ read: (Content) throws(Refusal) -> Other) -> ImportRow<Other> {
    ImportRow<Other>(
      line: line,
      content: content.flatMap { content in
        do throws(Refusal) {
          return .success(try read(content))
        } catch {
          return .failure(error)
        }
      })
  }
}

/// Rows of one file, one after the other.
protocol RowSource<Content> {
  associatedtype Content

  /// Nil at the end.
  mutating func next() throws -> ImportRow<Content>?
  /// Column names that nobody understood, as they stand in the file.
  var unknownNames: [String] { get }
}
