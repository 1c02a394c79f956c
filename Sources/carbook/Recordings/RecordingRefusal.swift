/// Why a recording's address is not fetched. A sentence for the user, without the address: it bears
/// the provider's token.
enum RecordingRefusal: Error, Equatable, Sendable {
  case empty
  case tooLong
  /// Control characters, blanks, backslashes, quotes, letters outside ASCII.
  case strangeCharacters
  /// Neither https nor, where it is allowed, http.
  case scheme
  /// `user:password@`.
  case credentials
  case host
  case port
  /// A host that is on no list of ours.
  case notAllowed
  /// This machine or its network.
  case privateAddress
  case playlist
}
