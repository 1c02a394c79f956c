/// What a form or a command says an employee should be, checked before it is stored.
public struct EmployeeDraft: Equatable, Sendable {
  public var name: String
  /// As typed.
  public var number: String
  public var login: String
  public var crmID: String
  public var providerID: String
  public var isAway: Bool

  public init(
    name: String = "", number: String = "", login: String = "", crmID: String = "",
    providerID: String = "", isAway: Bool = false
  ) {
    self.name = name
    self.number = number
    self.login = login
    self.crmID = crmID
    self.providerID = providerID
    self.isAway = isAway
  }

  /// What a form that edits him begins with; stored as it is, it changes nothing.
  public init(_ employee: Employee) {
    self.init(
      name: employee.name, number: employee.number?.grouped ?? "", login: employee.login ?? "",
      crmID: employee.crmID ?? "", providerID: employee.providerID ?? "",
      isAway: employee.isAway)
  }

  public enum Field: Hashable, CaseIterable, Sendable {
    case name, number, login, crmID, providerID
  }

  public enum Problem: Hashable, Sendable {
    case noName
    case tooLong(limit: Int)
    /// Neither a telephone number nor an extension.
    case notANumber
    case notALogin
  }

  /// What is wrong, field by field; empty where the draft can be stored.
  public func problems(plan: NumberPlan) -> [Field: Problem] {
    var problems: [Field: Problem] = [:]
    let texts: [(Field, String)] = [(.name, name), (.crmID, crmID), (.providerID, providerID)]
    for (field, text) in texts where text.count > ContactDraft.limit {
      problems[field] = .tooLong(limit: ContactDraft.limit)
    }
    if name.trimmed.isEmpty { problems[.name] = .noName }
    if !number.trimmed.isEmpty {
      switch plan.number(number)?.kind {
      case .international, .local, .extension: break
      default: problems[.number] = .notANumber
      }
    }
    if !login.trimmed.isEmpty, !EmployeeDraft.isLogin(login.trimmed) {
      problems[.login] = .notALogin
    }
    return problems
  }

  /// What a provider's SIP login is made of: letters of ASCII with at least one among them, digits,
  /// `_ - . @`. Nothing that could mean something else in a reply.
  public static func isLogin(_ text: String) -> Bool {
    let bytes = text.utf8
    return (1...64).contains(bytes.count) && bytes.contains(where: isLetter)
      && bytes.allSatisfy { isLetter($0) || (48...57).contains($0) || "_-.@".utf8.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 0x20)
  }
}
