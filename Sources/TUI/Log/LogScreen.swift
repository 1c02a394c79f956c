import Domain

/// The Call Log: the list, and which pane stands beside or below it.
struct LogScreen: Equatable, Sendable {
  var list = KeyedList<Call>(follows: true)
  var pane = Pane.contact
  /// Where log and pane do not fit together: whether the pane is what is shown.
  var isPaneInFront = false
  /// The log alone, over the whole width, with all the columns that fit.
  var isZoomed = false

  /// Goes on to the next pane that is not on the screen already.
  mutating func nextPane(in layout: Layout) {
    guard !isZoomed else {
      isZoomed = false
      return
    }
    switch layout.arrangement {
    case .stacked: pane = pane.next
    case .alone:
      if !isPaneInFront {
        isPaneInFront = true
        pane = .call
      } else if pane == .order {
        isPaneInFront = false
      } else {
        pane = pane.next
      }
    case .beside: pane = pane == .call ? .contact : .call
    case .threeColumns: break
    }
  }
}

/// What stands beside or below the log, of the selected call.
enum Pane: CaseIterable, Sendable {
  case call, contact, order

  var next: Pane {
    switch self {
    case .call: .contact
    case .contact: .order
    case .order: .call
    }
  }

  var title: Phrase {
    switch self {
    case .call: .call
    case .contact: .contact
    case .order: .order
    }
  }
}
