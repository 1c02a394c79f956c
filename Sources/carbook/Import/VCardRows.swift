import Domain

/// The cards of a vCard file (RFC 2426, RFC 6350; what 2.1 does otherwise is understood too).
struct VCardRows: RowSource {
  /// The longest property that is kept, in bytes: a photo is not.
  private static let limit = 64 << 10

  private var lines: LineReader
  private let encoding: TextEncoding
  let unknownNames: [String] = []

  init(_ lines: LineReader, encoding: TextEncoding) {
    self.lines = lines
    self.encoding = encoding
  }

  mutating func next() throws -> ImportRow<FieldValues<ContactField>>? {
    guard let first = try nextText() else { return nil }
    guard VCardRows.is(first, "BEGIN:VCARD") else {
      return ImportRow(
        line: first.number, content: .failure(Refusal("The line stands outside of any card.")))
    }
    var card: [VCardLine] = []
    while let line = try lines.next() {
      if VCardRows.is(line, "END:VCARD") {
        return ImportRow(line: first.number, content: .success(VCardRows.values(card)))
      }
      if VCardRows.is(line, "BEGIN:VCARD") {
        lines.putBack([line])
        break
      }
      let whole = try unfolded(line)
      if let property = VCardLine(whole, encoding: encoding) { card.append(property) }
    }
    return ImportRow(line: first.number, content: .failure(.openCard))
  }

  private mutating func nextText() throws -> Line? {
    while let line = try lines.next() {
      if line.isTooLong || !line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return line }
    }
    return nil
  }

  /// The line with those that go on with it (RFC 6350, section 3.2); empty where it is too long.
  private mutating func unfolded(_ line: Line) throws -> [UInt8] {
    var whole = line.bytes
    var isTooLong = line.isTooLong
    while let next = try lines.next() {
      if VCardLine.goesOn(whole) {
        whole.removeLast()
        whole += next.bytes
      } else if let first = next.bytes.first, first == 0x20 || first == 0x09 {
        whole += next.bytes.dropFirst()
      } else {
        lines.putBack([next])
        break
      }
      isTooLong = isTooLong || next.isTooLong || whole.count > VCardRows.limit
      if isTooLong { whole = [] }
    }
    return isTooLong ? [] : whole
  }

  private static func `is`(_ line: Line, _ text: String) -> Bool {
    line.bytes.count < 20
      && String(decoding: line.bytes, as: UTF8.self).trimmed.uppercased() == text
  }

  // MARK: What a card says

  private static func values(_ card: [VCardLine]) -> FieldValues<ContactField> {
    var values = FieldValues<ContactField>()
    let first = { (name: String) in card.first { $0.name == name } }
    values.add(.name, [first("FN")?.plain ?? ""])
    if let name = first("N")?.components {
      let fields: [ContactField] = [.familyName, .givenName, .middleName]
      for (field, part) in zip(fields, name) { values.add(field, [part]) }
    }
    // The preferred number is the main one.
    let numbers = card.filter { $0.name == "TEL" }
    for line in numbers.filter(\.isPreferred) + numbers.filter({ !$0.isPreferred }) {
      values.add(.number(label: label(of: line, in: card)), [number(line.plain)])
    }
    for line in card where line.name == "EMAIL" { values.add(.email, [line.plain]) }
    for line in card where line.name == "ORG" {
      values.add(.organization, [line.components[0]])
    }
    values.add(.note, [first("NOTE")?.plain ?? ""])
    values.add(.externalID, [first("UID")?.plain ?? ""])
    return values
  }

  /// `tel:+380-50-123-45-67;ext=12` is the number without its extension (RFC 3966).
  private static func number(_ text: String) -> String {
    text.lowercased().hasPrefix("tel:")
      ? String(text.dropFirst(4).prefix { $0 != ";" }) : text
  }

  private static func label(of line: VCardLine, in card: [VCardLine]) -> String? {
    let own =
      line.group.isEmpty ? nil : card.first { $0.group == line.group && $0.name == "X-ABLABEL" }
    if let label = own?.plain, !label.isEmpty {
      // Apple writes its own words as `_$!<Mobile>!$_`.
      return label.filter { !"_$!<>".contains($0) }.lowercased()
    }
    let types = line.parameters["TYPE"] ?? []
    let known = [
      ("CELL", "mobile"), ("IPHONE", "mobile"), ("FAX", "fax"), ("WORK", "work"), ("HOME", "home"),
    ]
    return known.first { types.contains($0.0) }?.1
  }
}

extension VCardLine {
  fileprivate var isPreferred: Bool {
    parameters["PREF"] != nil || parameters["TYPE"]?.contains("PREF") ?? false
  }
}
