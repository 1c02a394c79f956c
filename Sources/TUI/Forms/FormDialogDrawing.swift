import Domain

extension ConsoleState {
  /// The dialog: the fields, what is wrong with the focused one below all of them.
  func draw(_ dialog: FormDialog, in frame: inout Frame) {
    let drawing = FormDrawing(form: dialog.form, words: words)
    let notes = notes(of: dialog)
    let box = formBox(lines: drawing.lineCount(columns: formColumns) + notes.count + 1)
    frame.clear(box, role: .dialog)
    frame.box(box, title: words(dialog.user.title), role: .borderFocused, titleRole: .dialogTitle)
    let inside = box.inset(columns: 2, rows: 1)
    let (list, footer) = inside.split(bottom: notes.count)
    drawing.draw(in: list, of: &frame)
    frame.lines(notes, in: footer, plain: .dialog)
  }

  /// At least one line, so that fields do not move when there is something to say.
  private func notes(of dialog: FormDialog) -> [PaneLine] {
    if let problem = dialog.form.problems[dialog.form.focusedPlace] {
      return wrapped(problem, columns: formColumns, .error)
    }
    if dialog.isSaving { return [PaneLine(words(.saving), .dim)] }
    let notices = dialog.user.notices(of: dialog.form, in: self).flatMap {
      wrapped($0.text, columns: formColumns, $0.role)
    }
    return notices.isEmpty ? [PaneLine("")] : notices
  }

  private func formBox(lines: Int) -> Rect {
    Layout.dialogs(in: size).centered(Size(columns: 70, rows: max(lines, 8) + 2))
  }

  private var formColumns: Int { formBox(lines: 0).inset(columns: 2, rows: 1).columns }

  /// Columns that a form's texts have.
  func formRoom(_ dialog: FormDialog) -> Int {
    FormDrawing(form: dialog.form, words: words).room(columns: formColumns)
  }
}
