/// What the keys that are likely next come to, worked out while nothing happens: when one of them is
/// pressed, its picture is there.
///
/// `update` and `render` do nothing by themselves, so a key can be tried on a copy of the state. What
/// was worked out holds until anything else happens: an event, a commit of anybody.
public struct Foresight: Sendable {
  /// What pressing a key comes to.
  public struct Outcome: Equatable, Sendable {
    public let key: Key
    /// What was read for it.
    public let loads: [Effect]
    public let state: ConsoleState
    public let frame: Frame
  }

  /// The key that was pressed last.
  public let key: Key?
  private var untried: [Key]
  private var outcomes: [Outcome] = []

  /// - Parameter key: what was pressed; nil where nothing is worth being worked out.
  public init(after key: Key? = nil, in state: ConsoleState? = nil) {
    self.key = key
    untried = key.flatMap { state?.likelyKeys(after: $0) } ?? []
  }

  /// Whether a key is still to be tried.
  public var isWanted: Bool { !untried.isEmpty }

  /// Tries one key.
  /// - Parameter answer: nil for what is no load, or takes long: then the key is left alone.
  public mutating func tryNext(in state: ConsoleState, answer: (Effect) -> Event?) {
    guard !untried.isEmpty else { return }
    let key = untried.removeFirst()
    var (after, loads, events) = (state, [Effect](), [Event.key(key)][...])
    while let event = events.popFirst() {
      for effect in update(&after, event) {
        guard let answer = answer(effect) else { return }
        loads.append(effect)
        events.append(answer)
      }
    }
    outcomes.append(Outcome(key: key, loads: loads, state: after, frame: render(after)))
  }

  /// What these events come to, where that is one key which has been tried.
  public func outcome(of events: [Event]) -> Outcome? {
    guard events.count == 1, case .key(let key) = events[0] else { return nil }
    return outcomes.first { $0.key == key }
  }
}

extension ConsoleState {
  /// After a key that moves through a list: the same again, and the way back.
  func likelyKeys(after key: Key) -> [Key] {
    let bindings = keyContext.isScreen ? bindings : []
    let pressed = key.byPlace
    guard let binding = bindings.first(where: { $0.keys.contains(pressed) }),
      let place = binding.keys.firstIndex(of: pressed), let opposite = binding.action.opposite
    else { return [] }
    // Of the arrows the other arrow, of letters the other letter.
    let back = bindings.first { $0.action == opposite }?.keys ?? []
    return [key] + back.dropFirst(min(place, back.count - 1)).prefix(1)
  }
}

extension Action {
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
