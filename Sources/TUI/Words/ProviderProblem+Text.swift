import Domain

extension ProviderProblem {
  /// What is wrong, in one sentence, as a reader of that language is told it.
  public func text(in language: Language) -> String {
    Words(language: language).sentence(self)
  }
}

extension Words {
  func sentence(_ problem: ProviderProblem) -> String {
    let code = problem.code.map { " (\($0))" } ?? ""
    let text = self(problem.cause.phrase, code)
    guard let words = problem.words, problem.cause.quotesProvider else { return text }
    return text + " " + self(.providerSays, SafeText.clean(words))
  }
}

extension ProviderProblem.Cause {
  fileprivate var phrase: Phrase {
    switch self {
    case .noProject: .providerNoProject
    case .noKey: .providerNoKey
    case .keyRefused: .providerKeyRefused
    case .insecureAddress: .providerInsecure
    case .redirected: .providerRedirected
    case .noCertificate: .providerCertificate
    case .unknownHost: .providerUnknownHost
    case .noConnection: .providerNoConnection
    case .timedOut: .providerTimedOut
    case .tooMany: .providerTooMany
    case .serverError: .providerServerError
    case .refused: .providerRefused
    case .incorrectField: .providerIncorrectField
    case .notUnderstood: .providerNotUnderstood
    case .brokenOff: .providerBrokenOff
    case .tooBig: .providerTooBig
    case .noProgram: .providerNoProgram
    case .noDirection: .providerNoDirection
    }
  }

  /// Whether what the provider said helps to understand it.
  fileprivate var quotesProvider: Bool {
    self == .refused || self == .incorrectField || self == .keyRefused
  }
}
