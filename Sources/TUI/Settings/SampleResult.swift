/// What became of a sample delivery that was sent through the listener.
public enum SampleResult: Equatable, Sendable {
  /// Answered 200 and found in the journal.
  case journaled(address: String, milliseconds: Int)
  /// Answered 200, and kept in a file until the store takes it in.
  case kept(address: String)
  /// No process of this store accepts deliveries.
  case nobodyListens
  case unreachable(address: String)
  case timedOut(address: String)
  /// Something else than HTTP answered.
  case notHTTP(address: String)
  case refused(address: String, status: Int)
  /// The integration is gone, or the store cannot be read: one sentence.
  case failed(String)

  public var isSuccess: Bool {
    switch self {
    case .journaled, .kept: true
    default: false
    }
  }

  /// One sentence, without the link's token.
  public func sentence(in language: Language) -> String {
    sentence(Words(language: language))
  }

  func sentence(_ words: Words) -> String {
    switch self {
    case .journaled(let address, let milliseconds):
      words(.sampleJournaled, address, String(milliseconds))
    case .kept(let address): words(.sampleKept, address)
    case .nobodyListens: words(.sampleNobody)
    case .unreachable(let address): words(.sampleUnreachable, address)
    case .timedOut(let address): words(.sampleTimedOut, address)
    case .notHTTP(let address): words(.sampleNotHTTP, address)
    case .refused(let address, 404): words(.sampleUnknown, address)
    case .refused(let address, let status): words(.sampleRefused, address, String(status))
    case .failed(let sentence): sentence
    }
  }
}
