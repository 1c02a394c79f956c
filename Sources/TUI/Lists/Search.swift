/// What is searched for in a list, as it is typed above it.
struct Search: Equatable, Sendable {
  /// Nil while the whole list is shown.
  private(set) var field: TextField?
  /// Whether keys go to the field.
  private(set) var isTyping = false

  var text: String { field?.text.trimmed ?? "" }

  /// - Parameter text: what to search for at once; nil where it is to be typed.
  mutating func begin(_ text: String? = nil) {
    field = text.map { TextField($0) } ?? field ?? TextField()
    isTyping = true
  }

  /// - Returns: whether something else is searched for now.
  mutating func edit(_ key: Key) -> Bool {
    let before = text
    field?.edit(key)
    return text != before
  }

  /// Keys go to the list again; what was typed stays in force.
  mutating func keep() {
    isTyping = false
    if text.isEmpty { field = nil }
  }

  /// - Returns: whether anything was searched for.
  mutating func clear() -> Bool {
    defer { self = Search() }
    return !text.isEmpty
  }
}

extension KeyedList {
  /// Lists other rows, with the selected one still selected where it is among them.
  mutating func resetKeepingSelection() {
    guard !isFollowing, let selected else { return reset() }
    reset()
    select(selected.id, at: selected.position)
  }
}

extension ConsoleState {
  /// `Search  оле                                3 of 340`, in the first line of a list's box.
  func draw(
    _ search: Search, found: Int?, of whole: Int?, in inside: Rect, of frame: inout Frame
  ) {
    guard let field = search.field else { return }
    let row = inside.split(top: 1).top.inset(columns: 1, rows: 0)
    var count = ""
    if let found, let whole { count = "  " + words(.ofCount, String(found), String(whole)) }
    let end = row.endColumn - DisplayWidth.of(count)
    frame.put(count, at: row.position(column: end - row.column), role: .badge)
    let start = frame.put(words(.pickerSearch) + "  ", at: row.origin, role: .fieldLabel)
    let cursor = frame.field(
      field, at: Position(column: start, row: row.row), columns: end - start,
      isFocused: search.isTyping)
    if search.isTyping, layers.isEmpty { frame.cursor = cursor }
  }
}

extension Frame {
  /// Draws the part of a field that has the cursor.
  /// - Returns: where the cursor stands.
  mutating func field(
    _ field: TextField, at place: Position, columns: Int, isFocused: Bool
  ) -> Position {
    let room = max(1, columns)
    let view = field.view(columns: room)
    put(
      view.text, at: place, width: room, role: isFocused ? .fieldFocused : .field, padded: true)
    return place.moved(columns: min(view.cursor, room - 1))
  }
}
