import Domain

/// Draws the state as it is now.
public func render(_ state: ConsoleState) -> Frame {
  var frame = Frame(size: state.size)
  frame.title = "Carbook — \(state.configuration.storeName)"
  guard !state.isTooSmall else {
    frame.put(state.words(.tooSmall), at: Position(column: 0, row: 0), role: .warning)
    return frame
  }
  state.drawHeader(in: &frame)
  state.drawFigures(in: &frame)
  state.drawScreen(in: &frame)
  for layer in state.layers { state.draw(layer, in: &frame) }
  frame.dropCoveredLinks()
  state.drawMessage(in: &frame)
  state.drawHints(in: &frame)
  return frame
}

extension ConsoleState {
  fileprivate func drawScreen(in frame: inout Frame) {
    // Where no list or field has it, the cursor stands at the beginning of the screen.
    frame.cursor = layout.body.position(column: 2, row: 1)
    switch screen {
    case .log: drawLog(in: &frame)
    case .contacts: drawContacts(in: &frame)
    case .orders: drawOrders(in: &frame)
    case .callBack: drawCallBack(in: &frame)
    case .statistics: drawStatistics(in: &frame)
    case .settings: drawSettings(in: &frame)
    }
  }

  fileprivate func draw(_ layer: Layer, in frame: inout Frame) {
    frame.cursor = nil
    // What lies below a layer has no keys, and so no clicks.
    frame.targets = []
    switch layer {
    case .help(let help): draw(help, in: &frame)
    case .prompt(let dialog): draw(dialog, in: &frame)
    case .form(let dialog): draw(dialog, in: &frame)
    case .call(let card): draw(card, in: &frame)
    case .menu(let menu): draw(menu, in: &frame)
    case .note(let note): draw(note, in: &frame)
    case .orderPicker(let picker): draw(picker, in: &frame)
    case .columns(let chooser): draw(chooser, in: &frame)
    case .drafts(let list): draw(list, in: &frame)
    case .callQuestion(let question): draw(question, in: &frame)
    case .presence(let list): draw(list, in: &frame)
    case .comparison(let comparison): draw(comparison, in: &frame)
    case .deleteQuestion(let question): draw(question, in: &frame)
    case .organizations(let view): draw(view, in: &frame)
    case .organization(let card): draw(card, in: &frame)
    case .entry(let view): draw(view, in: &frame)
    case .picker(let picker): draw(picker, in: &frame)
    case .export(let dialog): draw(dialog, in: &frame)
    case .exportQuestion(let request): drawExportQuestion(request, in: &frame)
    case .quitQuestion:
      let box = Layout.dialogs(in: size).centered(Size(columns: 60, rows: 5))
      frame.dialog(
        [PaneLine(words(.quitUnsaved)), PaneLine(""), keyLine(.question)],
        title: words(.quitTitle), in: box)
    case .client(let card): draw(card, in: &frame)
    case .line(let line): draw(line, in: &frame)
    case .savedFilters(let menu): draw(menu, in: &frame)
    case .order(let card): draw(card, in: &frame)
    case .statusMenu(let menu): draw(menu, in: &frame)
    case .statusEditor(let editor): draw(editor, in: &frame)
    }
  }
}

extension Frame {
  /// A box in the middle that stands before everything else.
  mutating func dialog(_ lines: [PaneLine], title: String, in box: Rect) {
    clear(box, role: .dialog)
    self.box(box, title: title, role: .borderFocused, titleRole: .dialogTitle)
    self.lines(lines, in: box.inset(columns: 2, rows: 1), plain: .dialog)
    cursor = box.position(column: 2, row: 1)
  }
}
