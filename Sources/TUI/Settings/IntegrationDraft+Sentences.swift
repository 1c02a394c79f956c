import Domain

extension IntegrationDraft.Problem {
  /// For a form, which stands on the field, and for a command, which names it before.
  public func sentence(in language: Language) -> String {
    sentence(Words(language: language))
  }

  func sentence(_ words: Words) -> String {
    switch self {
    case .empty: words(.problemNoIntegrationName)
    case .tooLong(let limit): words(.problemTooLong, String(limit))
    case .notDigits: words(.problemProjectDigits)
    case .notAKey: words(.problemAuthKey)
    case .notAnAddress: words(.problemAddress)
    case .notEncrypted: words(.problemNotEncrypted)
    case .unknownZone: words(.problemZone)
    case .notANumber: words(.problemOwnNumber)
    case .repeated: words(.problemStandsTwice)
    case .notALogin: words(.problemLogin)
    case .numberAmongLogins: words(.problemNumberAmongLogins)
    case .notATemplate: words(.problemTemplate)
    }
  }
}
