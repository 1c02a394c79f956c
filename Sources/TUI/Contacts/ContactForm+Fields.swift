import Domain

/// All of a contact as the fields of a form.
extension ContactForm {
  enum Field: String, CaseIterable {
    case name, numbers, emails, organizations, responsible, note, externalID, googleClientID

    var label: Phrase {
      switch self {
      case .name: .fieldName
      case .numbers: .fieldNumber
      case .emails: .fieldEmail
      case .organizations: .fieldOrganization
      case .responsible: .fieldResponsible
      case .note: .fieldNote
      case .externalID: .fieldExternalID
      case .googleClientID: .fieldGoogleClientID
      }
    }

    fileprivate var field: FormField {
      switch self {
      case .name, .externalID, .googleClientID: .text(rawValue, label)
      case .numbers:
        .list(
          rawValue, label,
          [
            FormCell(width: 20),
            FormCell(kind: .choice(isFree: true), hint: .fieldLabel, options: labels),
          ])
      case .emails, .organizations: .list(rawValue, label)
      case .responsible: .choice(rawValue, label, isFree: true)
      case .note: .note(rawValue, label, limit: ContactDraft.noteLimit)
      }
    }

    /// The names that telephone programs give numbers; any other may be typed.
    private var labels: [FormOption] {
      ["mobile", "work", "home", "main", "fax"].map { FormOption($0) }
    }
  }

  static let fields = Field.allCases.map(\.field)

  static func values(_ draft: ContactDraft) -> [String: [[String]]] {
    let values: [Field: [[String]]] = [
      .name: [[draft.name]], .numbers: draft.numbers.map { [$0.text, $0.label] },
      .emails: draft.emails.map { [$0] }, .organizations: draft.organizations.map { [$0] },
      .responsible: [[draft.responsible]], .note: [[draft.note]],
      .externalID: [[draft.externalID]], .googleClientID: [[draft.googleClientID]],
    ]
    return Dictionary(values.map { ($0.rawValue, $1) }) { first, _ in first }
  }

  /// With the rows that are empty, so that problems stand where the text does.
  static func draft(_ form: Form) -> ContactDraft {
    let texts = { (field: Field) in form.rows(field.rawValue).map { $0[0] } }
    return ContactDraft(
      name: form[Field.name.rawValue],
      numbers: form.rows(Field.numbers.rawValue).map {
        ContactDraft.Number(text: $0[0], label: $0[1])
      },
      emails: texts(.emails), organizations: texts(.organizations),
      responsible: form[Field.responsible.rawValue], note: form[Field.note.rawValue],
      googleClientID: form[Field.googleClientID.rawValue],
      externalID: form[Field.externalID.rawValue])
  }

  static func numbers(in form: Form) -> [[String]] {
    form.values[Field.numbers.rawValue] ?? []
  }

  static func place(_ field: ContactDraft.Field) -> FormPlace {
    switch field {
    case .name: FormPlace(field: Field.name.rawValue)
    case .number(let row): FormPlace(field: Field.numbers.rawValue, row: row)
    case .label(let row): FormPlace(field: Field.numbers.rawValue, row: row, cell: 1)
    case .email(let row): FormPlace(field: Field.emails.rawValue, row: row)
    case .organization(let row): FormPlace(field: Field.organizations.rawValue, row: row)
    case .responsible: FormPlace(field: Field.responsible.rawValue)
    case .note: FormPlace(field: Field.note.rawValue)
    case .googleClientID: FormPlace(field: Field.googleClientID.rawValue)
    case .externalID: FormPlace(field: Field.externalID.rawValue)
    }
  }

  static func sentence(_ problem: ContactDraft.Problem, _ words: Words) -> String {
    switch problem {
    case .empty: words(.problemEmpty)
    case .tooLong(let limit): words(.problemTooLong, String(limit))
    case .notANumber: words(.problemNotANumber)
    case .repeatedNumber: words(.problemRepeated)
    case .notAnEmail: words(.problemNotAnEmail)
    }
  }
}
