import Domain

extension ConsoleState {
  /// The file's name, and which format it is written in.
  func draw(_ dialog: ExportDialog, in frame: inout Frame) {
    let count = dialog.total.map { words(.exportedRows, String($0)) } ?? ""
    let lines = [
      PaneLine(""),
      PaneLine((words(.exportFormat) + "  ", .fieldLabel), (dialog.format.title, .strong)),
      PaneLine(count, .dim), PaneLine(""), keyLine(.export),
    ]
    let box = Layout.dialogs(in: size).centered(Size(columns: 70, rows: lines.count + 2))
    frame.dialog(lines, title: words(.exportTitle), in: box)
    let inside = box.inset(columns: 2, rows: 1)
    let label = words(.exportFile)
    frame.put(label, at: inside.origin, role: .fieldLabel)
    let start = DisplayWidth.of(label) + 2
    let room = max(1, inside.columns - start)
    let place = inside.position(column: start)
    let view = dialog.path.view(columns: room)
    frame.put(view.text, at: place, width: room, role: .fieldFocused, padded: true)
    frame.cursor = place.moved(columns: view.cursor)
  }

  func drawExportQuestion(_ request: ExportRequest, in frame: inout Frame) {
    let box = Layout.dialogs(in: size).centered(Size(columns: 70, rows: 6))
    let lines = [
      PaneLine(words(.exportExists)), PaneLine(request.path, .value), PaneLine(""),
      keyLine(.exportQuestion),
    ]
    frame.dialog(lines, title: words(.exportTitle), in: box)
  }
}

extension ExportRequest.Format {
  fileprivate var title: String {
    rawValue.uppercased()
  }
}
