/// What a form or an import says a contact should be, checked before it is stored.
public struct ContactDraft: Equatable, Sendable {
  public var name: String
  /// As typed; the first is the main one.
  public var numbers: [String]
  public var emails: [String]
  public var organization: String
  public var responsible: String
  public var note: String

  public init(
    name: String = "", numbers: [String] = [], emails: [String] = [], organization: String = "",
    responsible: String = "", note: String = ""
  ) {
    self.name = name
    self.numbers = numbers
    self.emails = emails
    self.organization = organization
    self.responsible = responsible
    self.note = note
  }

  public enum Field: Hashable, Sendable {
    case name
    case number(Int)
    case email(Int)
    case organization
    case responsible
    case note
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
    let texts: [(Field, String, Int)] = [
      (.name, name, ContactDraft.limit), (.organization, organization, ContactDraft.limit),
      (.responsible, responsible, ContactDraft.limit), (.note, note, ContactDraft.noteLimit),
    ]
    for (field, text, limit) in texts where text.count > limit {
      problems[field] = .tooLong(limit: limit)
    }
    var seen: Set<PhoneNumber> = []
    for (index, text) in numbers.enumerated() where !text.trimmed.isEmpty {
      guard let number = plan.number(text), number.kind == .international || number.kind == .local
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

  /// One "@" with something before it and a name with a dot or a host behind it; no blanks, no
  /// control characters (RFC 5321 section 4.1.2, without quoted local parts).
  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254,
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { return false }
    return !parts[0].isEmpty && parts[0].utf8.count <= 64
      && parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
  }
}
