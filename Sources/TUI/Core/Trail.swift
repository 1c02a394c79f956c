import Domain

/// What was opened, one after another, as a browser remembers it.
struct Trail: Equatable, Sendable {
  /// What one looked at: a screen, and the records opened over it.
  struct Place: Equatable, Sendable {
    let screen: Screen
    let opened: [Record]
  }

  enum Record: Equatable, Sendable {
    case call(Call.ID)
    case contact(Contact.ID)
    case order(Order.ID)
    case organization(Organization.ID, name: String)
    case organizations
  }

  /// More steps than anyone goes back.
  private static let limit = 100

  /// The latest last.
  private(set) var behind: [Place] = []
  /// The next one last.
  private(set) var ahead: [Place] = []

  /// Somebody went on from a place: what lay ahead of it is forgotten.
  mutating func leave(_ place: Place) {
    behind.append(place)
    if behind.count > Trail.limit { behind.removeFirst() }
    ahead = []
  }

  mutating func goBack(from place: Place) -> Place? {
    guard let target = behind.popLast() else { return nil }
    ahead.append(place)
    return target
  }

  mutating func goForward(from place: Place) -> Place? {
    guard let target = ahead.popLast() else { return nil }
    behind.append(place)
    return target
  }
}

extension Layer {
  /// The record it shows; nil for dialogs and forms.
  fileprivate var record: Trail.Record? {
    switch self {
    case .call(let card): .call(card.id)
    case .client(let card): .contact(card.id)
    case .order(let card): .order(card.id)
    case .organization(let card): .organization(card.id, name: card.name)
    case .organizations: .organizations
    default: nil
    }
  }

  fileprivate init(_ record: Trail.Record) {
    switch record {
    case .call(let id): self = .call(CallCard(id))
    case .contact(let id): self = .client(ClientCard(id))
    case .order(let id): self = .order(OrderCard(id))
    case .organization(let id, let name): self = .organization(OrganizationCard(id, name: name))
    case .organizations: self = .organizations(OrganizationsView())
    }
  }
}

extension ConsoleState {
  /// Where one is now; dialogs over it do not count.
  var place: Trail.Place {
    Trail.Place(screen: screen, opened: layers.compactMap(\.record))
  }

  /// `H` and `L`: the place before, or the one that was left by going back.
  mutating func travel(back: Bool) {
    let here = place
    guard let there = back ? trail.goBack(from: here) : trail.goForward(from: here) else { return }
    screen = there.screen
    // Cards that stay open stay as they are, scrolled and all.
    let same = zip(there.opened, here.opened).prefix { $0 == $1 }.count
    while layers.compactMap(\.record).count > same, layers.last?.record != nil {
      layers.removeLast()
    }
    layers += there.opened.dropFirst(same).map { Layer($0) }
  }
}
