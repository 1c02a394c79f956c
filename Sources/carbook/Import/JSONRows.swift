/// The rows of a file with one JSON object a line, as `carbook contacts --format json` prints them.
struct JSONRows<Field: ImportedField>: RowSource {
  private var lines: LineReader
  private let names = ColumnNames<Field>()
  /// By the names as they are spelt.
  private var known: [String: Field?] = [:]
  private(set) var unknownNames: [String] = []

  init(_ lines: LineReader) {
    self.lines = lines
  }

  mutating func next() throws -> ImportRow<FieldValues<Field>>? {
    while let line = try lines.next() {
      if line.isTooLong { return ImportRow(line: line.number, content: .failure(.lineTooLong)) }
      guard line.bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      return ImportRow(line: line.number, content: values(line.bytes))
    }
    return nil
  }

  private mutating func values(_ bytes: [UInt8]) -> Result<FieldValues<Field>, Refusal> {
    guard let object = JSONValue(json: bytes)?.members else { return .failure(.notJSON) }
    var values = FieldValues<Field>()
    add(object, to: &values)
    return .success(values)
  }

  private mutating func add(_ object: [String: JSONValue], to values: inout FieldValues<Field>) {
    // In one order whatever the hash seed: two members may say the same field.
    for (name, value) in object.sorted(by: { $0.key < $1.key }) {
      // An object within says more of the same: the five values of "utm".
      if let inner = value.members {
        add(inner, to: &values)
      } else if let field = field(name) {
        values.add(field, (value.elements ?? [value]).map(JSONRows.text))
      }
    }
  }

  private mutating func field(_ name: String) -> Field? {
    if let field = known[name] { return field }
    let field = names[name]
    // Names are a file's own, and few; a file that makes up new ones is not remembered.
    if known.count < 1000 {
      known[name] = .some(field)
      if field == nil { unknownNames.append(name) }
    }
    return field
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .text(let text): text
    case .count(let count): String(count)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "1" : "0"
    case .list, .object, .nothing: ""
    }
  }
}
