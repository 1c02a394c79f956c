/// Why the live feed could not deliver.
enum LoopbackFailure: Error, Equatable, CustomStringConvertible {
  /// The link is not of the form `http://HOST:PORT/…` with a numeric host or "localhost".
  case unusableLink
  /// Nobody accepts connections there.
  case unreachable(address: String)
  case timedOut(address: String)
  /// Something listens that does not speak HTTP.
  case notHTTP(address: String)

  /// One sentence, without the link's token.
  var description: String {
    switch self {
    case .unusableLink:
      "The live feed needs a link like http://127.0.0.1:8080/…: plain HTTP and a numeric host."
    case .unreachable(let address):
      "Nobody listens on \(address): start carbook or carbook listen first."
    case .timedOut(let address): "\(address) did not answer in time."
    case .notHTTP(let address): "What listens on \(address) does not answer in HTTP."
    }
  }
}
