import Domain

/// The line in which a note on a call is typed.
struct CallNote: Equatable, Sendable {
  /// The longest note that can be typed, in characters; one that came otherwise may be longer.
  static let limit = 500

  let call: Call
  private(set) var field: TextField
  /// Sent to the store, and not answered yet.
  var isSaving = false

  /// - Parameter text: what was typed before; nil for the call's own note.
  init(_ call: Call, text: String? = nil) {
    self.call = call
    field = TextField(text ?? call.note ?? "")
  }

  var text: String { field.text.trimmed }

  var hasUnsavedText: Bool { text != call.note ?? "" }

  /// - Returns: false where the note would grow too long: nothing of it is taken.
  mutating func edit(_ key: Key) -> Bool {
    guard !isSaving else { return true }
    let before = field
    field.edit(key)
    let isTooLong = field.text.count > max(CallNote.limit, before.text.count)
    if isTooLong { field = before }
    return !isTooLong
  }
}

extension ConsoleState {
  /// `i`: the note on the call, with what was typed and not saved.
  mutating func openNote() {
    guard let call = currentCall else { return }
    let left = unsavedNotes[call.id]
    if left != nil { message = Message(text: words(.draftBack), role: .success) }
    layers.append(.note(CallNote(call, text: left)))
  }

  mutating func editNote(_ key: Key) {
    guard case .note(var note) = layers.last else { return }
    if !note.edit(key) {
      message = Message(text: words(.problemTooLong, String(CallNote.limit)), role: .warning)
    }
    layers[layers.count - 1] = .note(note)
  }

  mutating func saveNote() -> [Effect] {
    guard case .note(var note) = layers.last, !note.isSaving else { return [] }
    guard note.hasUnsavedText else {
      layers.removeLast()
      return []
    }
    note.isSaving = true
    layers[layers.count - 1] = .note(note)
    return [.setNote(note.call.id, note.text)]
  }

  /// Esc: the text is kept until it is saved, or made what it was.
  mutating func leave(_ note: CallNote) {
    unsavedNotes[note.call.id] = note.hasUnsavedText ? note.text : nil
    if note.hasUnsavedText { message = Message(text: words(.draftKept), role: .warning) }
  }

  mutating func noteSaved(_ call: Call.ID) {
    unsavedNotes[call] = nil
    layers.removeAll { if case .note(let note) = $0 { note.call.id == call } else { false } }
  }

  mutating func noteFailed() {
    guard case .note(var note) = layers.last else { return }
    note.isSaving = false
    layers[layers.count - 1] = .note(note)
  }

  func draw(_ note: CallNote, in frame: inout Frame) {
    let box = Layout.dialogs(in: size).centered(Size(columns: 76, rows: 5))
    let name = note.call.contact.map(wording.name) ?? wording.client(note.call, columns: 20)
    frame.clear(box, role: .dialog)
    frame.box(
      box, title: words(.noteTitle, name, wording.dateTime(note.call.start)),
      role: .borderFocused, titleRole: .dialogTitle)
    let inside = box.inset(columns: 2, rows: 1)
    let cursor = frame.field(
      note.field, at: inside.origin, columns: inside.columns, isFocused: true)
    frame.put(
      "\(note.field.text.count)/\(CallNote.limit)", at: inside.position(row: 1),
      width: inside.columns, role: .dim, alignment: .trailing)
    frame.lines([keyLine(Bindings.note)], in: inside.split(bottom: 1).bottom, plain: .dialog)
    frame.cursor = cursor
  }
}
