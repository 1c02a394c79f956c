/// What is done with a provider again and again. The raw values stand in the store.
public enum ProviderJob: Int, CaseIterable, Sendable {
  /// The address book is told what has changed.
  case push
  /// Calls that no webhook told us about are asked for.
  case fetch
}

/// How it stands between an integration and its provider.
public struct ProviderStatus: Equatable, Sendable {
  /// Why a job rests.
  public struct Trouble: Equatable, Sendable {
    public let job: ProviderJob
    public let problem: ProviderProblem
    /// When it is tried again; nil where somebody has to change the integration first.
    public let notBefore: Timestamp?

    public init(job: ProviderJob, problem: ProviderProblem, notBefore: Timestamp?) {
      self.job = job
      self.problem = problem
      self.notBefore = notBefore
    }
  }

  public let integration: Integration.ID
  public let name: String
  /// Whether it is on, and has a project id and a key.
  public let isReady: Bool
  public let waiting: Int
  public let refused: Int
  public let troubles: [Trouble]
  /// Up to when all calls have been fetched; nil where none ever were.
  public let complete: Timestamp?
  /// Seconds that the provider's clock is ahead of ours.
  public let skew: Int64

  /// A clock that is wrong by less troubles nobody, in seconds.
  public static let tolerance: Int64 = 120

  public init(
    integration: Integration.ID, name: String, isReady: Bool, waiting: Int = 0, refused: Int = 0,
    troubles: [Trouble] = [], complete: Timestamp? = nil, skew: Int64 = 0
  ) {
    self.integration = integration
    self.name = name
    self.isReady = isReady
    self.waiting = waiting
    self.refused = refused
    self.troubles = troubles
    self.complete = complete
    self.skew = skew
  }

  public var isClockWrong: Bool { abs(skew) > ProviderStatus.tolerance }
}
