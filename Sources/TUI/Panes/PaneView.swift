/// Which panes of a screen are seen beside or below its list.
struct PaneView: Equatable, Sendable {
  var pane = Pane.contact
  /// Where list and pane do not fit together: whether the pane is what is shown.
  var isPaneInFront = false
  /// The list alone, over the whole width, with all the columns that fit.
  var isZoomed = false

  init(pane: Pane = .contact) {
    self.pane = pane
  }

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

/// What stands beside or below a list, of its selected row.
enum Pane: String, CaseIterable, Codable, Sendable {
  case call, contact, order

  var next: Pane {
    switch self {
    case .call: .contact
    case .contact: .order
    case .order: .call
    }
  }

  /// What opens the record that it shows.
  var opening: Action {
    switch self {
    case .call: .open
    case .contact: .contact
    case .order: .order
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

extension PaneView: Codable {
  private enum CodingKeys: CodingKey {
    case pane, isZoomed
  }
}
