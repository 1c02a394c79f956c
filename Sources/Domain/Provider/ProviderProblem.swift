/// Why the provider's API did not do what it was asked.
public struct ProviderProblem: Error, Hashable, Sendable {
  /// The raw values stand in the store.
  public enum Cause: String, CaseIterable, Sendable {
    /// The integration has no project id, or no auth key.
    case noProject, noKey
    /// 401 or 403: nothing is asked any more until somebody sets another key or project.
    case keyRefused
    /// No https address, and none of this machine: the key is not sent there.
    case insecureAddress
    /// It names another address, which never gets the key.
    case redirected
    case noCertificate
    case unknownHost, noConnection, timedOut
    /// 429.
    case tooMany
    /// 5xx.
    case serverError
    /// Any other 4xx, or a JSON-RPC error: what was asked is at fault.
    case refused
    /// The calls have no field of a name that was asked for.
    case incorrectField
    /// The answer is not what was asked for: no JSON, or JSON of another kind.
    case notUnderstood
    case brokenOff
    case tooBig
    /// curl(1) is not installed.
    case noProgram
    /// The contact has neither a number nor an e-mail: there is nothing to push.
    case noDirection
  }

  public let cause: Cause
  /// Of HTTP, or the code of JSON-RPC.
  public let code: Int?
  /// The provider's own words, cut; whoever shows them sanitises them.
  public let words: String?
  /// Seconds the provider wants to be left alone.
  public let retryAfter: Int64?

  /// The longest words that are kept, in characters.
  public static let wordsLimit = 200

  public init(
    _ cause: Cause, code: Int? = nil, words: String? = nil, retryAfter: Int64? = nil
  ) {
    self.cause = cause
    self.code = code
    let words = words.map { String($0.trimmed.prefix(ProviderProblem.wordsLimit)) }
    self.words = words?.isEmpty == false ? words : nil
    self.retryAfter = retryAfter
  }

  /// What has to be done about it before asking again can help.
  public enum Remedy: Sendable {
    /// Somebody has to change the integration.
    case settings
    /// What was asked has to change.
    case item
    /// Time alone.
    case patience
  }

  public var remedy: Remedy {
    switch cause {
    case .noProject, .noKey, .keyRefused, .insecureAddress: .settings
    case .refused, .incorrectField, .noDirection: .item
    case .redirected, .noCertificate, .unknownHost, .noConnection, .timedOut, .tooMany,
      .serverError, .notUnderstood, .brokenOff, .tooBig, .noProgram:
      .patience
    }
  }
}
