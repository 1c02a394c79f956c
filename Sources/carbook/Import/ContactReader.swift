import Domain

/// Makes a contact of what a row says.
struct ContactReader {
  let plan: NumberPlan
  let dates: ImportDate

  func contact(_ values: FieldValues<ContactField>) throws(Refusal) -> ContactImport {
    var contact = ContactImport()
    let parts: [ContactField] = [.familyName, .givenName, .middleName]
    let name = values[.name] ?? parts.compactMap { values[$0] }.joined(separator: " ")
    contact.name = try short(name, "name")
    contact.externalID = try short(values[.externalID], "external id")
    contact.responsible = try short(values[.responsible], "manager's name")
    contact.googleClientID = try short(values[.googleClientID], "Google client id")
    contact.note = try text(values[.note], "note", limit: ContactDraft.noteLimit)
    if let created = values[.created] {
      guard let date = dates.timestamp(created) else { throw .badDate }
      contact.created = date
    }
    contact.numbers = try numbers(values)
    for (field, texts) in values.all {
      switch field {
      case .email:
        for email in texts.flatMap(ContactReader.parts) where !contact.emails.contains(email) {
          guard ContactDraft.isEmail(email) else {
            throw Refusal("An e-mail address is not one.")
          }
          contact.emails.append(email)
        }
      case .organization:
        for text in texts {
          guard let name = try short(text, "organization"), !contact.organizations.contains(name)
          else { continue }
          contact.organizations.append(name)
        }
      default: break
      }
    }
    guard contact.name != nil || !contact.numbers.isEmpty else {
      throw Refusal("The row has neither a name nor a number.")
    }
    return contact
  }

  private func numbers(
    _ values: FieldValues<ContactField>
  ) throws(Refusal) -> [Contact.Number] {
    var labels = values.all.flatMap { $0.field == .labels ? $0.values : [] }[...]
    var numbers: [Contact.Number] = []
    for (field, texts) in values.all {
      guard case .number(let own) = field else { continue }
      for text in texts {
        // A label belongs to the number in the same place, be that empty.
        let label = own ?? labels.popFirst()
        for part in ContactReader.parts(text) {
          let number = try dialled(part)
          guard !numbers.contains(where: { $0.number == number }) else { continue }
          numbers.append(Contact.Number(number: number, label: try short(label, "label")))
        }
      }
    }
    return numbers
  }

  func dialled(_ text: String) throws(Refusal) -> PhoneNumber {
    guard let number = plan.number(text), number.kind == .international || number.kind == .local
    else { throw Refusal("A number cannot be dialled from outside.") }
    return number
  }

  /// The values that stand in one cell.
  static func parts(_ text: String) -> [String] {
    guard text.utf8.contains(where: { ";,\n".utf8.contains($0) }) else {
      return text.isEmpty ? [] : [text]
    }
    return text.split { $0 == ";" || $0 == "," || $0 == "\n" }.map(\.trimmed)
      .filter { !$0.isEmpty }
  }

  func short(_ value: String?, _ name: String) throws(Refusal) -> String? {
    try text(value, name, limit: ContactDraft.limit)
  }

  /// Nil where nothing is said.
  /// - Parameter limit: in characters.
  func text(_ value: String?, _ name: String, limit: Int) throws(Refusal) -> String? {
    guard let text = value?.trimmed, !text.isEmpty else { return nil }
    guard text.utf8.count <= limit || text.count <= limit else {
      throw Refusal("The \(name) is longer than \(limit) characters.")
    }
    return text
  }
}

extension Refusal {
  static let badDate = Refusal("A date cannot be read.")
}
