import Domain

/// Two versions of a record side by side, and field by field which of them is to count.
struct Comparison: Equatable, Sendable {
  enum Choice: Equatable, Sendable {
    case left, right
    /// What is in either.
    case both
  }

  enum Purpose: Equatable, Sendable {
    /// The form and what somebody else has stored meanwhile; `version` is the latter's.
    case conflict(FormDraft.ID, version: Int)
    /// The contact that stays, and the one whose everything it gets.
    case merge(keep: Contact, remove: Contact)
  }

  /// A field that differs.
  struct Row: Equatable, Sendable {
    let field: FormField
    let left: [[String]]
    let right: [[String]]
    var choice: Choice

    /// Lists, and notes, can hold what either says.
    var takesBoth: Bool { field.repeats || field.cells[0].kind == .note }

    var result: [[String]] {
      switch choice {
      case .left: left
      case .right: right
      case .both where field.repeats:
        left + right.filter { row in !left.contains { $0.first == row.first } }
      case .both: [[(left + right).compactMap(\.first).joined(separator: "\n")]]
      }
    }
  }

  let purpose: Purpose
  private(set) var rows: [Row]
  private let unchanged: [String: [[String]]]
  private let fields: [FormField]
  private(set) var selected = 0
  /// Whether the outcome is shown in place of the two versions.
  var isPreview = false
  /// Lines of the outcome scrolled away at the top.
  var scroll = 0
  /// Sent to the store, and not answered yet.
  var isSaving = false

  /// - Parameter first: what is chosen until the user chooses.
  init(
    _ purpose: Purpose, fields: [FormField], left: [String: [[String]]],
    right: [String: [[String]]], first: (FormField, [[String]], [[String]]) -> Choice
  ) {
    self.purpose = purpose
    self.fields = fields
    unchanged = left
    rows = fields.compactMap { field in
      let (left, right) = (left[field.id] ?? [], right[field.id] ?? [])
      guard left != right else { return nil }
      var row = Row(field: field, left: left, right: right, choice: .left)
      row.choice = first(field, left, right)
      return row
    }
  }

  /// By field, as a form's values.
  var result: [String: [[String]]] {
    unchanged.merging(rows.map { ($0.field.id, $0.result) }) { $1 }
  }

  /// Every field with its outcome, for the preview.
  var outcome: [(label: Phrase, values: [[String]])] {
    let result = result
    return fields.map { ($0.label, $0.shown(result[$0.id] ?? [])) }.filter { !$0.1.isEmpty }
  }

  mutating func move(by steps: Int) {
    selected = min(max(0, selected + steps), max(0, rows.count - 1))
  }

  var selectedRow: Row? { rows.indices.contains(selected) ? rows[selected] : nil }

  mutating func choose(_ choice: Choice) {
    guard let row = selectedRow, choice != .both || row.takesBoth else { return }
    rows[selected].choice = choice
  }
}

extension Form {
  /// This form against what was stored meanwhile. Where one side alone has changed a field, that
  /// side is chosen at first.
  func comparison(_ purpose: Comparison.Purpose, with stored: [String: [[String]]]) -> Comparison {
    // Both through a form, so that they are written alike.
    let theirs = Form(fields, values: stored).values
    let base = initial
    return Comparison(purpose, fields: fields, left: values, right: theirs) { field, mine, _ in
      mine == base[field.id] ? .right : .left
    }
  }
}
