import Domain

extension ConsoleState {
  /// A box over the bottom of the screen: the line, and below it the words that may stand at the
  /// cursor, or why what was typed cannot be done, or what is expected.
  func draw(_ line: InputLine, in frame: inout Frame) {
    let box = layout.body.split(bottom: 4).bottom
    let command = command(of: line)
    let title = words(line.command == nil ? .commandLine : command?.label ?? .commandLine)
    frame.clear(box, role: .dialog)
    frame.box(
      box, title: title.prefix(1).uppercased() + title.dropFirst(), role: .borderFocused,
      titleRole: .dialogTitle)
    let inside = box.inset(columns: 2, rows: 1)
    let (top, below) = inside.split(top: 1)
    var start = top.origin
    if line.command == nil { start.column = frame.put(":", at: start, role: .fieldLabel) }
    frame.cursor = frame.field(
      line.field, at: start, columns: top.endColumn - start.column, isFocused: true)

    let completion = completion(of: line)
    let head = line.field.text.prefix(line.field.cursor)
    let isOffered = !completion.candidates.contains {
      $0.trimmed == head.dropFirst(completion.start)
    }
    let refusal = line.text.isEmpty ? nil : refusal(of: line)
    // What is wrong with a word is said when it is left.
    let isInWord = head.last.map { !$0.isWhitespace } ?? (line.command == nil)
    if let tabbed = line.tabbed {
      draw(tabbed.completion.candidates, chosen: tabbed.index, in: below, of: &frame)
    } else if line.refusal == nil, !completion.candidates.isEmpty, isOffered,
      isInWord || (refusal == nil && !head.isEmpty)
    {
      draw(completion.candidates, chosen: nil, in: below, of: &frame)
    } else if let refusal {
      frame.put(refusal, at: below.origin, width: below.columns, role: .warning)
    } else if let command, let argument = command.argument {
      frame.put(words(argument), at: below.origin, width: below.columns, role: .dim)
    } else if let command {
      frame.put(words(command.label), at: below.origin, width: below.columns, role: .dim)
    } else {
      frame.put(words(.commandExamples), at: below.origin, width: below.columns, role: .dim)
    }
  }

  /// The words in a row; where they are too many, those from the chosen one on.
  private func draw(
    _ candidates: [String], chosen: Int?, in row: Rect, of frame: inout Frame
  ) {
    let shown = candidates.map(\.trimmed)
    let widths = shown.map { DisplayWidth.of($0) + 2 }
    let end = widths.prefix((chosen ?? 0) + 1).reduce(0, +)
    let first = end - 2 <= row.columns ? 0 : chosen ?? 0
    var place = row.origin
    for (index, candidate) in shown.enumerated().dropFirst(first) {
      let room = row.endColumn - place.column
      guard room > 0 else { break }
      frame.put(
        candidate, at: place, width: room, role: index == chosen ? .selected : .matched)
      place.column += widths[index]
    }
  }
}
