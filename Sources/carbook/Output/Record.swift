/// One printed row: names and values in a fixed order, whatever the format.
struct Record {
  struct Field {
    let name: String
    let value: Value
    /// Whether the table shows it; JSON and CSV always do.
    let inTable: Bool
  }

  indirect enum Value {
    case text(String?)
    case number(Int?)
    case list([String])
    case object([(String, String?)])
  }

  private(set) var fields: [Field] = []

  mutating func add(_ name: String, _ value: Value, inTable: Bool = false) {
    fields.append(Field(name: name, value: value, inTable: inTable))
  }
}
