/// A line of a pane or card: pieces of text with their roles.
struct PaneLine: Equatable {
  let spans: [(text: String, role: Role)]
  /// Where its pieces lead that are links; nil for nowhere.
  var address: String?

  init(_ text: String, _ role: Role = .plain) {
    spans = [(text, role)]
  }

  /// A line that leads somewhere, where that is a place that a browser or a mail program opens.
  init(_ spans: (String, Role)..., leadingTo address: String) {
    self.spans = spans.map { (text: $0.0, role: $0.1) }
    self.address = LinkAddress.checked(address)
  }

  init(_ spans: (String, Role)...) {
    self.spans = spans.map { (text: $0.0, role: $0.1) }
  }

  static func == (left: PaneLine, right: PaneLine) -> Bool {
    left.spans.elementsEqual(right.spans) { $0 == $1 } && left.address == right.address
  }
}

extension PaneLine {
  /// The room of a line in a pane of so many columns, where the lines may go on in a second one.
  static func room(in columns: Int) -> Int {
    columns >= 70 ? columns / 2 - 2 : columns
  }
}

extension Frame {
  /// Draws lines from the `scroll`th on; what does not fit is cut.
  /// - Parameter plain: the role of text that has none of its own.
  mutating func lines(
    _ lines: [PaneLine], in rect: Rect, scroll: Int = 0, plain: Role = .plain
  ) {
    for (row, line) in lines.dropFirst(scroll).prefix(rect.rows).enumerated() {
      var place = rect.position(row: row)
      for span in line.spans {
        let start = place
        place.column = put(
          span.text, at: place, width: max(0, rect.endColumn - place.column),
          role: span.role == .plain ? plain : span.role)
        if let address = line.address, span.role == .link, place.column > start.column {
          links.append(
            Link(position: start, columns: place.column - start.column, address: address))
        }
      }
    }
  }

  /// Lines that are too many for the height go on in a second column where there is room for one.
  private mutating func flow(_ lines: [PaneLine], in rect: Rect) {
    guard lines.count > rect.rows, rect.columns >= 70 else { return self.lines(lines, in: rect) }
    let (left, rest) = rect.split(left: rect.columns / 2)
    self.lines(Array(lines.prefix(rect.rows)), in: left.split(left: left.columns - 2).left)
    self.lines(Array(lines.dropFirst(rect.rows)), in: rest)
  }

  /// A box with lines in it, one blank column at either side.
  /// - Parameter flows: whether lines may go on in a second column rather than be scrolled.
  mutating func pane(
    _ lines: [PaneLine], title: String, in box: Rect, scroll: Int = 0, isFocused: Bool = false,
    flows: Bool = false
  ) {
    fill(box.inset())
    self.box(
      box, title: title, role: isFocused ? .borderFocused : .border,
      titleRole: isFocused ? .paneTitleFocused : .paneTitle, joined: true)
    let inside = box.inset(columns: 2, rows: 1)
    if flows { flow(lines, in: inside) } else { self.lines(lines, in: inside, scroll: scroll) }
  }
}
