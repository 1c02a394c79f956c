/// What a form or an import says a contact should be, checked before it is stored.
public struct ContactDraft: Equatable, Sendable {
  public struct Number: Hashable, Sendable, ExpressibleByStringLiteral {
    /// As typed.
    public var text: String
    /// What the number is for; empty where that is not said.
    public var label: String

    public init(text: String, label: String = "") {
      self.text = text
      self.label = label
    }

    public init(stringLiteral text: String) {
      self.init(text: text)
    }
  }

  public var name: String
  /// The first is the main one.
  public var numbers: [Number]
  public var emails: [String]
  /// Names.
  public var organizations: [String]
  public var responsible: String
  public var note: String
  public var googleClientID: String
  /// The client's id in another program.
  public var externalID: String

  public init(
    name: String = "", numbers: [Number] = [], emails: [String] = [], organizations: [String] = [],
    responsible: String = "", note: String = "", googleClientID: String = "",
    externalID: String = ""
  ) {
    self.name = name
    self.numbers = numbers
    self.emails = emails
    self.organizations = organizations
    self.responsible = responsible
    self.note = note
    self.googleClientID = googleClientID
    self.externalID = externalID
  }

  /// What a form that edits the contact begins with; stored as it is, it changes nothing.
  public init(_ contact: Contact) {
    self.init(
      name: contact.name ?? "",
      numbers: contact.numbers.map { Number(text: $0.number.grouped, label: $0.label ?? "") },
      emails: contact.emails, organizations: contact.organizations,
      responsible: contact.responsible ?? "", note: contact.note ?? "",
      googleClientID: contact.googleClientID ?? "", externalID: contact.externalID ?? "")
  }

  public enum Field: Hashable, Sendable {
    case name
    case number(Int)
    /// Of the number with the same index.
    case label(Int)
    case email(Int)
    case organization(Int)
    case responsible
    case note
    case googleClientID
    case externalID
  }

  public enum Problem: Hashable, Sendable {
    /// Neither a name nor a number.
    case empty
    case tooLong(limit: Int)
    /// Not a number that can be dialled from outside.
    case notANumber
    case repeatedNumber
    case notAnEmail
  }

  /// The longest text a field takes, in characters.
  public static let limit = 200
  public static let noteLimit = 4000

  /// What is wrong, field by field; empty where the draft can be stored.
  public func problems(plan: NumberPlan) -> [Field: Problem] {
    var problems: [Field: Problem] = [:]
    let limit = ContactDraft.limit
    for (field, text) in shortTexts where text.count > limit {
      problems[field] = .tooLong(limit: limit)
    }
    if note.count > ContactDraft.noteLimit {
      problems[.note] = .tooLong(limit: ContactDraft.noteLimit)
    }
    var seen: Set<PhoneNumber> = []
    for (index, number) in numbers.enumerated() where !number.text.trimmed.isEmpty {
      guard let number = plan.number(number.text),
        number.kind == .international || number.kind == .local
      else {
        problems[.number(index)] = .notANumber
        continue
      }
      if !seen.insert(number).inserted { problems[.number(index)] = .repeatedNumber }
    }
    for (index, text) in emails.enumerated()
    where !text.trimmed.isEmpty && !ContactDraft.isEmail(text.trimmed) {
      problems[.email(index)] = .notAnEmail
    }
    if name.trimmed.isEmpty && seen.isEmpty && problems.isEmpty { problems[.name] = .empty }
    return problems
  }

  private var shortTexts: [(Field, String)] {
    [
      (.name, name), (.responsible, responsible), (.googleClientID, googleClientID),
      (.externalID, externalID),
    ] + numbers.enumerated().map { (.label($0), $1.label) }
      + organizations.enumerated().map { (.organization($0), $1) }
  }

  /// One "@" with something before it and a name with a dot or a host behind it; no blanks, no
  /// control characters (RFC 5321 section 4.1.2, without quoted local parts).
  public static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254,
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { return false }
    return !parts[0].isEmpty && parts[0].utf8.count <= 64
      && parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
  }
}
