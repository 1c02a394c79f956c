/// What a form or a command says an integration should be, checked before it is stored.
public struct IntegrationDraft: Equatable, Sendable {
  public var connection: ConnectionType
  public var api: TelephonyAPI
  public var name: String
  public var isAvailable: Bool
  public var projectID: String
  /// Nil where there is none, or no more.
  public var authKey: Secret?
  /// Empty for the provider's own.
  public var baseURL: String
  /// Of the tz database: `Europe/Kyiv`.
  public var zone: String
  /// In any spelling.
  public var ownNumbers: [String]
  public var sipLogins: [String]
  /// Empty for the listener's address.
  public var publicURL: String
  public var newNumbers: NewNumbers
  public var announcesNewNumbers: Bool
  /// Templates; empty for this console's own links.
  public var contactLink: String
  public var leadLink: String
  public var dealLink: String

  /// A new one.
  public init(name: String = TelephonyAPI.ringostat.name, zone: String = Zone.kyiv.identifier) {
    self.init(
      Integration(
        id: Integration.ID(0), name: name, token: "", zone: Zone(identifier: zone) ?? .kyiv))
    self.zone = zone
  }

  /// What a form that edits the integration begins with; stored as it is, it changes nothing.
  public init(_ integration: Integration) {
    connection = integration.connection
    api = integration.api
    name = integration.name
    isAvailable = integration.isAvailable
    projectID = integration.project.id ?? ""
    authKey = integration.project.authKey
    baseURL = integration.project.baseURL
    zone = integration.zone.identifier
    ownNumbers = integration.own.numbers.map(\.grouped).sorted()
    sipLogins = integration.sipLogins.sorted()
    publicURL = integration.publicURL ?? ""
    newNumbers = integration.newNumbers
    announcesNewNumbers = integration.announcesNewNumbers
    contactLink = integration.linkTemplates.contact ?? ""
    leadLink = integration.linkTemplates.lead ?? ""
    dealLink = integration.linkTemplates.deal ?? ""
  }

  public enum Field: Hashable, Sendable {
    case name, projectID, authKey, baseURL, zone
    case ownNumber(Int)
    case sipLogin(Int)
    case publicURL, contactLink, leadLink, dealLink
  }

  public enum Problem: Hashable, Sendable {
    case empty
    case tooLong(limit: Int)
    case notDigits
    /// White space, control characters or letters of other alphabets inside.
    case notAKey
    /// Not `http://` or `https://` and a host, or with a user, a query or a fragment.
    case notAnAddress
    /// The key would travel to another machine in the clear.
    case notEncrypted
    case unknownZone
    /// Not one that can be dialled from outside.
    case notANumber
    case repeated
    case notALogin
    /// It stands in the wrong list.
    case numberAmongLogins
    /// Not a link, or with something else than `{id}` and `{number}` in braces.
    case notATemplate
  }

  /// The longest texts, in characters.
  public static let nameLimit = 80
  public static let projectLimit = 20
  public static let keyLimit = 200
  public static let loginLimit = 64
}

extension IntegrationDraft {
  /// What is wrong, field by field; empty where the draft can be stored.
  public func problems(plan: NumberPlan) -> [Field: Problem] {
    var problems: [Field: Problem] = [:]
    if name.trimmed.isEmpty { problems[.name] = .empty }
    if name.trimmed.count > IntegrationDraft.nameLimit {
      problems[.name] = .tooLong(limit: IntegrationDraft.nameLimit)
    }
    let project = projectID.trimmed
    if project.utf8.count > IntegrationDraft.projectLimit {
      problems[.projectID] = .tooLong(limit: IntegrationDraft.projectLimit)
    } else if !project.allSatisfy(\.isASCIIDigit) {
      problems[.projectID] = .notDigits
    }
    problems[.authKey] = authKey.flatMap(IntegrationDraft.problem)
    problems[.baseURL] = problem(ofBase: baseURL)
    if !publicURL.trimmed.isEmpty, WebAddress(publicURL) == nil {
      problems[.publicURL] = .notAnAddress
    }
    if Zone(named: zone.trimmed) == nil { problems[.zone] = .unknownZone }
    for (field, template) in [
      (Field.contactLink, contactLink), (.leadLink, leadLink), (.dealLink, dealLink),
    ] {
      problems[field] = IntegrationDraft.problem(ofTemplate: template.trimmed)
    }
    return problems.merging(listProblems(plan)) { $1 }
  }

  private func listProblems(_ plan: NumberPlan) -> [Field: Problem] {
    var problems: [Field: Problem] = [:]
    var numbers: Set<PhoneNumber> = []
    for (index, text) in ownNumbers.enumerated() where !text.trimmed.isEmpty {
      if let number = plan.number(text), number.kind == .international || number.kind == .local {
        if !numbers.insert(number).inserted { problems[.ownNumber(index)] = .repeated }
      } else {
        problems[.ownNumber(index)] = .notANumber
      }
    }
    var logins: Set<String> = []
    for (index, text) in sipLogins.enumerated() where !text.trimmed.isEmpty {
      let login = text.trimmed
      problems[.sipLogin(index)] =
        IntegrationDraft.problem(ofLogin: login)
        ?? (logins.insert(login).inserted ? nil : .repeated)
    }
    return problems
  }

  private static func problem(of key: Secret) -> Problem? {
    let bytes = key.revealed.utf8
    if bytes.count > keyLimit { return .tooLong(limit: keyLimit) }
    return bytes.allSatisfy { (0x21...0x7E).contains($0) } ? nil : .notAKey
  }

  private func problem(ofBase text: String) -> Problem? {
    if text.trimmed.isEmpty { return nil }
    guard let address = WebAddress(text) else { return .notAnAddress }
    return address.isEncrypted || address.isLoopback ? nil : .notEncrypted
  }

  /// What the provider's traffic shows of logins: letters, digits and a few signs. Longer numbers are
  /// lines that can be called from outside.
  private static func problem(ofLogin login: String) -> Problem? {
    if login.count > loginLimit { return .tooLong(limit: loginLimit) }
    guard login.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"<>\\/,;".utf8.contains($0) })
    else { return .notALogin }
    let isNumber = login.allSatisfy { $0.isASCIIDigit || "+-()".contains($0) }
    return isNumber && login.filter(\.isASCIIDigit).count > 6 ? .numberAmongLogins : nil
  }

  private static func problem(ofTemplate text: String) -> Problem? {
    if text.isEmpty { return nil }
    if text.utf8.count > WebAddress.limit { return .tooLong(limit: WebAddress.limit) }
    let filled = text.replacing("{id}", with: "1").replacing("{number}", with: "1")
    let isLink = ["https://", "http://", "carbook://"].contains {
      filled.hasPrefix($0) && filled.utf8.count > $0.utf8.count
    }
    let isPlain = filled.utf8.allSatisfy {
      (0x21...0x7E).contains($0) && !"{}\"<>\\^`|".utf8.contains($0)
    }
    return isLink && isPlain ? nil : .notATemplate
  }
}

extension IntegrationDraft {
  /// Our numbers, in the one form they are kept in.
  public func own(plan: NumberPlan) -> OwnNumbers {
    OwnNumbers(Set(ownNumbers.compactMap { plan.number($0) }))
  }

  public var logins: Set<String> {
    Set(sipLogins.map(\.trimmed).filter { !$0.isEmpty })
  }

  public var project: ProviderProject {
    ProviderProject(
      id: projectID.trimmed.isEmpty ? nil : projectID.trimmed, authKey: authKey,
      baseURL: WebAddress(baseURL)?.text ?? ProviderProject.standardBaseURL)
  }

  public var templates: LinkTemplates {
    let optional = { (text: String) in text.trimmed.isEmpty ? nil : text.trimmed }
    return LinkTemplates(
      contact: optional(contactLink), lead: optional(leadLink), deal: optional(dealLink))
  }
}
