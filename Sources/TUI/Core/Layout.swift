/// Where everything stands on a screen of a given size.
struct Layout: Equatable, Sendable {
  enum Arrangement: Equatable, Sendable {
    /// The list or a pane, in turn.
    case alone
    /// The list above one pane.
    case stacked
    /// The list at the left, contact over order (or the call) at the right.
    case beside
    /// List, call, contact over order.
    case threeColumns
  }

  let arrangement: Arrangement
  let header: Rect
  let figures: Rect
  /// Between the figures and the message line.
  let body: Rect
  /// The prompt or a message; kept free for them, so that a prompt never moves what is read.
  let message: Rect
  let hints: Rect
  /// The list's box; nil where a pane stands in its place.
  let log: Rect?
  /// Boxes that share their borders with their neighbours.
  let panes: [(pane: Pane, box: Rect)]

  init(size: Size, panes screen: PaneView) {
    let whole = Rect(size)
    header = whole.split(top: 1).top
    figures = whole.split(top: 2).top.split(top: 1).rest
    hints = whole.split(bottom: 1).bottom
    message = whole.split(bottom: 2).bottom.split(top: 1).top
    let body = whole.split(top: 2).rest.split(bottom: 2).rest
    self.body = body
    let width = body.columns
    if screen.isZoomed {
      arrangement = .alone
    } else if width >= 140, body.rows >= 12 {
      arrangement = .threeColumns
    } else if width >= 100, body.rows >= 12 {
      arrangement = .beside
    } else {
      arrangement = body.rows >= 16 ? .stacked : .alone
    }
    switch arrangement {
    case .alone:
      let isLog = !screen.isPaneInFront || screen.isZoomed
      log = isLog ? body : nil
      panes = isLog ? [] : [(screen.pane, body)]
    case .stacked:
      let rows = min(14, max(9, body.rows * 2 / 5))
      log = body.split(bottom: rows - 1).rest
      panes = [(screen.pane, body.split(bottom: rows).bottom)]
    case .beside:
      let columns = min(46, max(37, width * 36 / 100))
      let right = body.split(right: columns).right
      log = body.split(right: columns - 1).rest
      panes = screen.pane == .call ? [(.call, right)] : Layout.stack(right)
    case .threeColumns:
      let columns = min(44, max(38, width * 27 / 100))
      log = body.split(right: 2 * columns - 2).rest
      panes =
        [(.call, body.split(right: 2 * columns - 1).right.split(left: columns).left)]
        + Layout.stack(body.split(right: columns).right)
    }
  }

  /// Contact over order; they share the border between them.
  private static func stack(_ box: Rect) -> [(pane: Pane, box: Rect)] {
    let lower = min(9, box.rows / 2)
    return [
      (.contact, box.split(bottom: lower - 1).rest), (.order, box.split(bottom: lower).bottom),
    ]
  }

  /// Lines of the list: its box without borders and heading.
  var logLines: Int { max(1, (log ?? body).rows - 3) }

  /// Where a card or the help stands.
  var card: Rect { body }

  /// What dialogs stand in the middle of: all but the last two lines, which go on to say what
  /// keys do.
  static func dialogs(in size: Size) -> Rect {
    Rect(size).split(bottom: 2).rest
  }

  /// Whether no pane is left to be shown.
  var showsEverything: Bool { arrangement == .threeColumns }

  static func == (left: Layout, right: Layout) -> Bool {
    left.body == right.body && left.log == right.log
      && left.panes.elementsEqual(right.panes) { $0.pane == $1.pane && $0.box == $1.box }
  }
}

extension ConsoleState {
  var layout: Layout { Layout(size: size, panes: panes) }
}
