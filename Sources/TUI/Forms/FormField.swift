import Domain

/// One cell of a form: which field, which of its rows, which cell of the row.
struct FormPlace: Hashable, Sendable {
  let field: String
  var row = 0
  var cell = 0
}

/// One of the values that a choice offers.
struct FormOption: Equatable, Sendable {
  /// What is stored.
  let value: String
  /// What is read.
  let text: String

  init(_ value: String, text: String? = nil) {
    self.value = value
    self.text = text ?? value
  }
}

/// What one cell of a field takes.
struct FormCell: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case text
    /// Long text, on as many lines as it needs.
    case note
    /// Text that is used and never shown: dots on the screen, and in no draft. What is typed takes its
    /// place.
    case secret
    /// One of `options`; `isFree`: or anything else that is typed.
    case choice(isFree: Bool)
  }

  var kind = Kind.text
  /// Characters that may be stored.
  var limit = 200
  /// Columns it needs at most; nil for all that are left.
  var width: Int?
  /// Shown in the cell while it is empty.
  var hint: Phrase?
  var options: [FormOption] = []

  var isChoice: Bool {
    if case .choice = kind { true } else { false }
  }
}

/// A field of a form: its label, and its text in one row or in as many as are filled.
struct FormField: Equatable, Sendable {
  /// Names the field in problems and drafts.
  let id: String
  let label: Phrase
  /// Typing into the last row makes another one.
  let repeats: Bool
  var cells: [FormCell]
  /// `cells.count` texts each; never empty.
  var rows: [[TextField]]

  private init(_ id: String, _ label: Phrase, repeats: Bool, _ cells: [FormCell]) {
    self.id = id
    self.label = label
    self.repeats = repeats
    self.cells = cells
    rows = [cells.map { _ in TextField() }]
  }

  static func text(_ id: String, _ label: Phrase, limit: Int = 200) -> FormField {
    FormField(id, label, repeats: false, [FormCell(limit: limit)])
  }

  static func secret(_ id: String, _ label: Phrase, limit: Int = 200) -> FormField {
    FormField(id, label, repeats: false, [FormCell(kind: .secret, limit: limit)])
  }

  static func note(_ id: String, _ label: Phrase, limit: Int = 4000) -> FormField {
    FormField(id, label, repeats: false, [FormCell(kind: .note, limit: limit)])
  }

  /// - Parameter isFree: whether anything else may be typed too.
  static func choice(
    _ id: String, _ label: Phrase, options: [FormOption] = [], isFree: Bool = false
  ) -> FormField {
    FormField(
      id, label, repeats: false, [FormCell(kind: .choice(isFree: isFree), options: options)])
  }

  /// A list: rows of these cells, an empty one at the end.
  static func list(_ id: String, _ label: Phrase, _ cells: [FormCell] = [FormCell()]) -> FormField {
    FormField(id, label, repeats: true, cells)
  }

  /// The most rows that typing makes.
  static let rowLimit = 50

  /// What is stored: of a choice the option's value.
  func value(row: Int, cell: Int) -> String {
    let text = rows[row][cell].text.trimmed
    return cells[cell].options.first { $0.text == text }?.value ?? text
  }

  /// Row by row; without the empty rows at the end.
  var values: [[String]] {
    var values = rows.indices.map { row in cells.indices.map { value(row: row, cell: $0) } }
    while let last = values.last, last.allSatisfy(\.isEmpty) { values.removeLast() }
    return values
  }

  /// Values as they are read: of choices the options' texts.
  func shown(_ values: [[String]]) -> [[String]] {
    values.map { row in
      row.enumerated().map { index, value in
        if cells[index].kind == .secret { return value.isEmpty ? "" : Secret.mask }
        return cells[index].options.first { $0.value == value }?.text ?? value
      }
    }
  }

  /// Takes values as `values` gives them, fewer or more of them too.
  mutating func fill(_ values: [[String]]) {
    let values = repeats ? Array(values.prefix(FormField.rowLimit)) : Array(values.prefix(1))
    rows = values.map { row in
      cells.indices.map { index in
        let value = row.indices.contains(index) ? row[index] : ""
        return TextField(cells[index].options.first { $0.value == value }?.text ?? value)
      }
    }
    grow()
  }

  func isEmpty(row: Int) -> Bool {
    rows[row].allSatisfy(\.text.trimmed.isEmpty)
  }

  /// An empty row at the end, as long as there may be more.
  mutating func grow() {
    let isFull = rows.last.map { !$0.allSatisfy(\.text.isEmpty) } ?? true
    guard rows.isEmpty || (repeats && isFull && rows.count < FormField.rowLimit) else { return }
    rows.append(cells.map { _ in TextField() })
  }
}
