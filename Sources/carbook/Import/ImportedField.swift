import Domain

/// What a column of a file, or a member of a JSON object, can say.
protocol ImportedField: Hashable, Sendable {
  /// Each with the names it is known by, separated by commas: ours first, then what other programs
  /// write. Case, accents, punctuation and digits do not count.
  static var columns: [(field: Self, names: String)] { get }
  /// Whether one cell may hold several values.
  var isList: Bool { get }
}

/// Finds a field by the name of its column.
struct ColumnNames<Field: ImportedField> {
  private let fields: [String: Field]

  init() {
    var fields: [String: Field] = [:]
    for (field, names) in Field.columns {
      for name in names.split(separator: ",") { fields[Self.key(String(name))] = field }
    }
    self.fields = fields
  }

  /// Nil where nobody understands it.
  subscript(_ name: String) -> Field? {
    fields[Self.key(name)]
  }

  /// `Phone 1 - Value`, `phone_value` and `PHONE VALUE` are one name.
  private static func key(_ name: String) -> String {
    NameKey(name).text.filter { !$0.isASCIIDigit }.split(separator: " ").joined(separator: " ")
  }
}

/// What one row says, field by field. A field may come more than once.
struct FieldValues<Field: ImportedField> {
  private(set) var all: [(field: Field, values: [String])] = []

  mutating func add(_ field: Field, _ values: [String]) {
    all.append((field, values))
  }

  /// The first value that says something.
  subscript(_ field: Field) -> String? {
    for (other, values) in all where other == field {
      for value in values where !value.isEmpty { return value }
    }
    return nil
  }

  var isEmpty: Bool {
    all.allSatisfy { $0.values.allSatisfy(\.isEmpty) }
  }
}
