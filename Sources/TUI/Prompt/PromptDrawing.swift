import Domain

extension ConsoleState {
  /// The dialog in the middle of the screen; at 40×10 it takes all of it.
  func draw(_ dialog: PromptDialog, in frame: inout Frame) {
    let lines = dialog.ending.map(endingLines) ?? questionLines(dialog, columns: frame.size.columns)
    let box = Layout.dialogs(in: size).centered(Size(columns: 66, rows: lines.count + 2))
    frame.dialog(lines, title: words(.newClientPrompt), in: box)
  }

  private func endingLines(_ ending: String) -> [PaneLine] {
    [PaneLine(ending, .warning), PaneLine(words(.anyKeyCloses), .dim)]
  }

  private func questionLines(_ dialog: PromptDialog, columns: Int) -> [PaneLine] {
    let call = dialog.prompt.call
    let status = wording.status(call)
    let labels: [Phrase] = [.called, .source, .statusNow, .earlier]
    let width = labels.map { DisplayWidth.of(words($0)) }.max() ?? 0
    let fact = { (label: Phrase, value: String, role: Role) in
      PaneLine((SafeText.fitted(words(label), columns: width) + "  ", .label), (value, role))
    }
    var now = wording.statusWithDuration(call)
    if call.status(at: self.now) == .missed { now = words(.missedCreate) }
    let earlier =
      dialog.prompt.earlierCalls == 0
      ? words(.noEarlierCalls) : words.count(dialog.prompt.earlierCalls, .earlierCall)
    // A low screen has the last fact beside the number.
    let isLow = size.rows < 13
    let facts = [
      PaneLine(
        (wording.number(dialog.prompt.number), .strong), (place(of: dialog), .dim),
        (isLow ? "   " + earlier : "", .plain)),
      fact(.called, wording.called(call), .value),
      fact(.source, call.source.text.isEmpty ? "—" : call.source.text, .value),
      fact(.statusNow, now, status.role),
    ]
    let rest = isLow ? [] : [fact(.earlier, earlier, .value), PaneLine("")]
    return facts + rest + keyLines(columns: min(66, columns) - 4)
  }

  /// `   1 of 3` among the open questions.
  private func place(of dialog: PromptDialog) -> String {
    guard prompts.total > 1,
      let index = prompts.prompts.firstIndex(where: { $0.number == dialog.prompt.number })
    else { return "" }
    return "   " + words(.ofCount, String(index + 1), String(prompts.total))
  }

  /// On one line where they fit, else on a line each.
  private func keyLines(columns: Int) -> [PaneLine] {
    let hinted = keymap.bound(Bindings.dialog, in: .dialog).filter(\.isHinted)
    let line = keyLine(hinted)
    let width = line.spans.map { DisplayWidth.of($0.text) }.reduce(0, +)
    if width <= columns { return [line] }
    if size.rows < 13 { return [keyLine(Array(hinted.prefix(1))), keyLine(Array(hinted[1...2]))] }
    return hinted.map { keyLine([$0]) }
  }
}
