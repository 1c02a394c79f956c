import Domain

/// The line in which a note on a call is typed.
struct CallNote: Equatable, Sendable {
  /// The longest note that can be typed, in characters; one that came otherwise may be longer.
  static let limit = 500

  let call: Call
  private(set) var field: TextField
  /// Sent to the store, and not answered yet.
  var isSaving = false

  /// - Parameter draft: what was typed before; nil for the call's own note.
  init(_ call: Call, draft: FormDraft? = nil) {
    self.call = call
    field = TextField(draft?.fields.first?.text ?? call.note ?? "")
  }

  var id: FormDraft.ID { CallNote.id(of: call.id) }

  static func id(of call: Call.ID) -> FormDraft.ID {
    FormDraft.ID(kind: .callNote, subject: call.rawValue)
  }

  /// Nil while nothing stands in the line that the store has not.
  var draft: FormDraft? {
    hasUnsavedText
      ? FormDraft(id: id, fields: [FormDraft.Field(name: "note", text: text)]) : nil
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
  mutating func openNote(on call: Call) {
    let draft = drafts.first { $0.id == CallNote.id(of: call.id) }
    if draft != nil { message = Message(text: words(.draftBack), role: .success) }
    layers.append(.note(CallNote(call, draft: draft)))
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

  /// - Returns: drops the draft of what is stored now.
  mutating func noteSaved(_ call: Call.ID) -> [Effect] {
    layers.removeAll { if case .note(let note) = $0 { note.call.id == call } else { false } }
    return dropDraft(CallNote.id(of: call))
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
    frame.lines([keyLine(.note)], in: inside.split(bottom: 1).bottom, plain: .dialog)
    frame.cursor = cursor
  }
}
