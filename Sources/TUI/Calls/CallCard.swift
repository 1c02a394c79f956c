import Domain

/// One call on the whole screen, with everything known of it: a page of sections.
struct CallCard: Equatable, Sendable {
  let id: Call.ID
  /// Lines scrolled away at the top.
  var scroll = 0

  init(_ id: Call.ID) {
    self.id = id
  }
}

extension ConsoleState {
  /// The sections one below the other, each under its heading.
  func lines(of card: CallCard) -> [PaneLine] {
    let columns = layout.card.columns - 4
    guard let call = call(card.id) else {
      return absentLines(isGone: self.call.id == card.id && self.call.isGone, columns: columns)
    }
    let sections = self.sections(of: call, columns: columns)
    return Array(
      sections.map { [PaneLine(words($0.title), .heading)] + $0.lines }
        .joined(separator: [PaneLine("")]))
  }

  mutating func moveCallCard(_ action: Action) {
    guard case .call(var card) = layers.last else { return }
    let lines = lines(of: card)
    let view = layout.card.rows - 2
    switch action {
    case .nextSection, .previousSection:
      let headings = lines.indices.filter { lines[$0].spans.first?.role == .heading }
      let next =
        action == .nextSection
        ? headings.first { $0 > card.scroll } ?? 0
        : headings.last { $0 < card.scroll } ?? headings.last ?? 0
      card.scroll = min(next, max(0, lines.count - view))
    default: card.scroll = scrolled(card.scroll, action, lines: lines.count, view: view)
    }
    layers[layers.count - 1] = .call(card)
  }

  func draw(_ card: CallCard, in frame: inout Frame) {
    let name = call(card.id).map { call in
      call.contact.map(wording.name) ?? wording.client(call, columns: 20)
    }
    let title = [words(.call), name ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
    frame.card(lines(of: card), title: title, scroll: card.scroll, in: layout.card)
  }
}
