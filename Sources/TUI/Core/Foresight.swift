/// What the keys that may come next come to, worked out while nothing happens: when one of them is
/// pressed, its picture is there.
///
/// `update` and `render` do nothing by themselves, so a key can be tried on a copy of the state. What
/// was worked out holds until anything else happens: an event, a commit of anybody.
public struct Foresight: Sendable {
  /// What pressing a key comes to.
  public struct Outcome: Equatable, Sendable {
    /// What was read for it.
    public let loads: [Effect]
    public let state: ConsoleState
    public let frame: Frame
  }

  /// The key that was pressed last.
  public let key: Key?
  private var likely: [Action] = []
  private var possible: [Action] = []
  private var outcomes: [Outcome] = []
  private var places: [Key: Int] = [:]

  /// - Parameter key: what was pressed; nil where nothing is worth being worked out.
  public init(after key: Key? = nil, in state: ConsoleState? = nil) {
    self.key = key
    guard let key, let state else { return }
    (likely, possible) = state.nextActions(after: key)
  }

  /// Whether something is still to be tried.
  public var isWanted: Bool { !likely.isEmpty || !possible.isEmpty }

  /// Milliseconds from a picture to the next try: before what is only possible is tried a key that
  /// is held down comes again.
  public var pause: Int64 { likely.isEmpty ? 40 : Foresight.leastPause }

  /// Until more is read or worked out than a picture shows: what has been sent is on its way by then,
  /// and a key that is held down comes no sooner again.
  public static let leastPause: Int64 = 15

  /// Tries what one action's keys do.
  /// - Parameter answer: nil for what is no load, or takes long: then these keys are left alone.
  public mutating func tryNext(in state: ConsoleState, answer: (Effect) -> Event?) {
    guard isWanted else { return }
    let keys = state.keys(of: likely.isEmpty ? possible.removeFirst() : likely.removeFirst())
    guard let key = keys.first else { return }
    var (after, loads, events) = (state, [Effect](), [Event.key(key)][...])
    while let event = events.popFirst() {
      for effect in update(&after, event) {
        guard let answer = answer(effect) else { return }
        loads.append(effect)
        events.append(answer)
      }
    }
    for key in keys { places[key] = outcomes.count }
    outcomes.append(Outcome(loads: loads, state: after, frame: render(after)))
  }

  /// What these events come to, where that is one key which has been tried.
  public func outcome(of events: [Event]) -> Outcome? {
    guard events.count == 1, case .key(let key) = events[0] else { return nil }
    return places[key.byPlace].map { outcomes[$0] }
  }
}

extension ConsoleState {
  /// In a list: the same move again and the way back, and then the other moves. In a line or a search
  /// what ends it, which shows what was typed for. Whatever it is, what would write is left alone.
  func nextActions(after key: Key) -> (likely: [Action], possible: [Action]) {
    let context = keyContext
    switch context {
    case .line: return ([.enterLine], [])
    case .find, .search: return ([.keepSearch], [])
    case _ where context.isScreen: break
    default: return ([], [])
    }
    let pressed = key.byPlace
    let last = bindings.first { $0.keys.contains(pressed) }?.action
    let likely = [last, last?.opposite].compactMap { $0 }.filter { $0.opposite != nil }
    return (likely, Action.moves.filter { !likely.contains($0) })
  }

  /// The keys that do this here; one that does something else before has that.
  fileprivate func keys(of action: Action) -> [Key] {
    let bindings = bindings
    let keys = bindings.first { $0.action == action }?.keys ?? []
    return keys.filter { key in bindings.first { $0.keys.contains(key) }?.action == action }
  }
}

extension Action {
  fileprivate static let moves: [Action] = [
    .down, .pageDown, .up, .pageUp, .newest, .oldest, .first, .last,
  ]

  /// What moves the other way.
  fileprivate var opposite: Action? {
    switch self {
    case .up: .down
    case .down: .up
    case .pageUp: .pageDown
    case .pageDown: .pageUp
    case .first: .last
    case .last: .first
    case .newest: .oldest
    case .oldest: .newest
    default: nil
    }
  }
}
