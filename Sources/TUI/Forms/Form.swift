import Domain

/// Fields that are filled in one after another. Knows nothing of what they mean: whoever uses a
/// form names the fields, says what is wrong with them and stores their values.
struct Form: Equatable, Sendable {
  /// Where the cursor is: indices.
  struct Focus: Equatable, Sendable {
    var field = 0
    var row = 0
    var cell = 0
  }

  private(set) var fields: [FormField]
  private(set) var focus = Focus()
  /// One sentence for a cell; typing in the cell takes it away.
  private(set) var problems: [FormPlace: String] = [:]
  /// Whether the focused choice shows its options.
  private(set) var isChoosing = false
  /// Index in `matches`.
  private(set) var choice: Int?
  /// Nothing was typed since the focused cell has the cursor.
  private var isFresh = true
  private(set) var initial: [String: [[String]]] = [:]

  /// - Parameter values: by field, row by row; those left out are empty.
  init(_ fields: [FormField], values: [String: [[String]]] = [:]) {
    self.fields = fields
    restore(values)
    initial = self.values
  }

  // MARK: Values

  /// By field, row by row, of choices the stored value: what a draft keeps.
  var values: [String: [[String]]] {
    Dictionary(fields.map { ($0.id, $0.values) }) { first, _ in first }
  }

  /// Puts values back; what they say nothing of stays. Fields that are not this form's do not count.
  mutating func restore(_ values: [String: [[String]]]) {
    for index in fields.indices {
      if let rows = values[fields[index].id] { fields[index].fill(rows) }
    }
    focusCell(at: Focus())
  }

  var hasUnsavedText: Bool { values != initial }

  /// The same without secrets, which a draft never holds.
  var hasTextForDraft: Bool {
    let secrets = fields.filter { $0.cells[0].kind == .secret }.map(\.id)
    return values.filter { !secrets.contains($0.key) }
      != initial.filter { !secrets.contains($0.key) }
  }

  /// A field's first cell, without blanks around it.
  subscript(_ id: String) -> String {
    fields.first { $0.id == id }?.value(row: 0, cell: 0) ?? ""
  }

  /// All rows of a list, those that are empty too, so that places stay as they are.
  func rows(_ id: String) -> [[String]] {
    guard let field = fields.first(where: { $0.id == id }) else { return [] }
    return field.rows.indices.map { row in
      field.cells.indices.map { field.value(row: row, cell: $0) }
    }
  }

  mutating func offer(_ options: [FormOption], in id: String, cell: Int = 0) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    let values = fields[index].values
    fields[index].cells[cell].options = options
    // What was filled in before its option was known is the option's from now on.
    for (row, texts) in values.enumerated() {
      guard let option = options.first(where: { $0.value == texts[cell] }) else { continue }
      if fields[index].rows[row][cell].text != option.text {
        fields[index].rows[row][cell] = TextField(option.text)
      }
    }
  }

  // MARK: Editing

  var focusedField: FormField { fields[focus.field] }
  var focusedCell: FormCell { focusedField.cells[focus.cell] }
  var focusedText: TextField { focusedField.rows[focus.row][focus.cell] }

  var focusedPlace: FormPlace {
    FormPlace(field: focusedField.id, row: focus.row, cell: focus.cell)
  }

  /// Types into the focused cell.
  mutating func edit(_ key: Key) {
    var text = focusedText
    let before = text.text
    // A choice is made anew by the first character, as type-to-find is everywhere; a secret is, as
    // nobody sees what stands there.
    if isFresh, [.choice(isFree: false), .secret].contains(focusedCell.kind), Form.isTyping(key) {
      text = TextField()
    }
    guard text.edit(key) else { return }
    fields[focus.field].rows[focus.row][focus.cell] = text
    guard text.text != before else { return }
    isFresh = false
    problems[focusedPlace] = nil
    fields[focus.field].grow()
    if focusedCell.isChoice { openMatches() }
  }

  private static func isTyping(_ key: Key) -> Bool {
    switch key {
    case .character, .paste, .backspace: true
    default: false
    }
  }

  // MARK: Focus

  mutating func focusCell(at focus: Focus) {
    self.focus = focus
    isFresh = true
    closeChoices()
  }

  /// The cursor moves within a note; false where the note has no such line.
  mutating func moveInNote(by steps: Int, columns: Int) -> Bool {
    guard focusedCell.kind == .note else { return false }
    return fields[focus.field].rows[focus.row][focus.cell].moveLine(by: steps, columns: columns)
  }

  /// Rows that were emptied go, but for the one at the end.
  mutating func removeEmptyRows() {
    for index in fields.indices where fields[index].repeats {
      let field = fields[index]
      for row in field.rows.indices.dropLast().reversed() where field.isEmpty(row: row) {
        if index == focus.field, row == focus.row { continue }
        fields[index].rows.remove(at: row)
        if index == focus.field, row < focus.row { focus.row -= 1 }
        // What is wrong with the rows behind it is said again when it is looked at again.
        problems = problems.filter { $0.key.field != field.id || $0.key.row < row }
      }
    }
  }

  /// The focused row becomes the first of its list.
  mutating func moveRowToFront() {
    guard focusedField.repeats, focus.row > 0 else { return }
    let row = fields[focus.field].rows.remove(at: focus.row)
    fields[focus.field].rows.insert(row, at: 0)
    let id = focusedField.id
    problems = problems.filter { $0.key.field != id }
    focus.row = 0
  }

  // MARK: Problems

  /// A cell was left: it shows its text as it will be stored, and what is wrong with it.
  mutating func settle(_ place: FormPlace, text: String, problem: String?) {
    guard let index = fields.firstIndex(where: { $0.id == place.field }),
      fields[index].rows.indices.contains(place.row)
    else { return }
    if fields[index].rows[place.row][place.cell].text != text {
      fields[index].rows[place.row][place.cell] = TextField(text)
    }
    problems[place] = problem
  }

  /// All texts as they will be stored.
  mutating func settle(_ settled: (String, FormPlace) -> String) {
    for focus in places {
      let text = fields[focus.field].rows[focus.row][focus.cell].text
      let place = place(focus)
      settle(place, text: settled(text, place), problem: problems[place])
    }
  }

  /// Shows all problems; the cursor goes to the first cell that has one.
  mutating func show(_ problems: [FormPlace: String]) {
    self.problems = problems
    let bad = places.first { problems[place($0)] != nil }
    if let bad { focusCell(at: bad) }
  }

  // MARK: Choices

  /// What the focused choice offers for what is typed.
  var matches: [FormOption] {
    let options = focusedCell.options
    let key = NameKey(focusedText.text).text
    if isFresh || key.isEmpty { return options }
    return options.filter { NameKey($0.text).text.contains(key) }
  }

  mutating func openChoices() {
    guard focusedCell.isChoice, !matches.isEmpty else { return }
    isFresh = true
    isChoosing = true
    choice = matches.firstIndex { $0.text == focusedText.text } ?? 0
  }

  /// Free text is what was typed, unless an option is gone to.
  private mutating func openMatches() {
    isChoosing = !matches.isEmpty
    choice = isChoosing && focusedCell.kind == .choice(isFree: false) ? 0 : nil
  }

  mutating func closeChoices() {
    isChoosing = false
    choice = nil
  }

  mutating func moveChoice(by steps: Int) {
    let last = matches.count - 1
    choice = min(max(0, choice.map { $0 + steps } ?? (steps > 0 ? 0 : last)), last)
  }

  /// The option that was clicked becomes the text.
  mutating func takeChoice(_ index: Int) {
    choice = index
    takeChoice()
  }

  /// The option gone to becomes the text.
  mutating func takeChoice() {
    if let choice, matches.indices.contains(choice) {
      fields[focus.field].rows[focus.row][focus.cell] = TextField(matches[choice].text)
      problems[focusedPlace] = nil
      fields[focus.field].grow()
    }
    closeChoices()
  }
}
