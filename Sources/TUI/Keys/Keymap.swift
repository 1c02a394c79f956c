/// The user's own keys for actions, beside the standard ones.
///
/// In a field letters are text whatever they are bound to, and Enter, Esc, Tab and the arrows keep
/// what they do there; Esc keeps it everywhere, so that no one can lock himself in.
public struct Keymap: Equatable, Sendable {
  /// What a user says of one action.
  public struct Setting: Equatable, Sendable {
    /// Where it holds: a `KeyContext`'s name; nil for everywhere.
    public let place: String?
    public let action: String
    /// As `Key.init(name:)` reads them; none unbinds the action.
    public let keys: [String]

    public init(place: String? = nil, action: String, keys: [String]) {
      self.place = place
      self.action = action
      self.keys = keys
    }
  }

  /// Why a setting does not hold, in one sentence.
  public struct Problem: Error, Equatable {
    /// Of the setting.
    public let index: Int
    public let sentence: String
  }

  public static let standard = Keymap()

  /// As the user wrote them.
  public private(set) var settings: [Setting] = []
  private var everywhere: [Action: [Key]] = [:]
  private var places: [KeyContext: [Action: [Key]]] = [:]

  /// - Returns: what the settings come to, and what is wrong with them; with a problem the keymap is
  ///   of no use.
  public static func read(_ settings: [Setting]) -> (keymap: Keymap, problems: [Problem]) {
    var keymap = Keymap()
    keymap.settings = settings
    var problems: [Problem] = []
    for (index, setting) in settings.enumerated() {
      do throws(Refusal) {
        try keymap.take(setting)
      } catch {
        problems.append(Problem(index: index, sentence: error.sentence))
      }
    }
    return (keymap, problems + keymap.conflicts())
  }

  private struct Refusal: Error { let sentence: String }

  private mutating func take(_ setting: Setting) throws(Refusal) {
    guard let action = Action.named[setting.action] else {
      throw Refusal(
        sentence: "there is no action \(Keymap.quoted(setting.action))"
          + Keymap.nearest(setting.action, Array(Action.named.keys)))
    }
    var keys: [Key] = []
    for name in setting.keys {
      if let other = Key.others[name.lowercased()] {
        throw Refusal(sentence: "a terminal sends \(other) for \(name): say \(other)")
      }
      guard let key = Key(name: name) else {
        throw Refusal(
          sentence: "there is no key \(Keymap.quoted(name))" + Keymap.nearest(name, Key.names))
      }
      if !keys.contains(key) { keys.append(key) }
    }
    if keys.isEmpty, action == .quit { throw Refusal(sentence: "quit always has a key") }
    if !keys.isEmpty, keys.allSatisfy(Keymap.isOftenTaken) {
      throw Refusal(
        sentence: "terminals keep F1, F10 and F11 for themselves: "
          + "give \(setting.action) another key too")
    }
    guard let place = setting.place else {
      everywhere[action] = keys
      return
    }
    guard let context = KeyContext(rawValue: place) else {
      throw Refusal(
        sentence: "there is no place \(Keymap.quoted(place))"
          + Keymap.nearest(place, KeyContext.allCases.map(\.rawValue)))
    }
    guard context.bindings.contains(where: { $0.action == action }) else {
      throw Refusal(sentence: "there is no \(setting.action) in \(place)")
    }
    places[context, default: [:]][action] = keys
  }

  private static func isOftenTaken(_ key: Key) -> Bool {
    [.function(1), .function(10), .function(11)].contains(key)
  }

  // MARK: What is in force

  /// The keys of a binding where it stands.
  func keys(of binding: Binding, in context: KeyContext) -> [Key] {
    guard let own = places[context]?[binding.action] ?? everywhere[binding.action] else {
      return binding.keys
    }
    let usable = context.takesLettersAsKeys ? own : own.filter { !$0.isText }
    if usable.isEmpty, !own.isEmpty { return binding.keys }
    return usable + binding.keys.filter { context.keeps($0) && !usable.contains($0) }
  }

  /// Bindings as they are where they stand; those that have no key are among them.
  func bound(_ bindings: [Binding], in context: KeyContext) -> [Binding] {
    settings.isEmpty
      ? bindings : bindings.map { $0.rebound(keys(of: $0, in: context)) }
  }

  /// Whether an action has keys in one place that it has not elsewhere.
  func isSpecial(_ action: Action, in context: KeyContext) -> Bool {
    places[context]?[action] != nil
  }

  /// What a sentence calls the key of an action: `F4`; where it has none, how to say it in the
  /// command line.
  /// - Parameter name: `drafts`, or `save@form` for that of one place.
  func key(_ name: Substring) -> String {
    let parts = name.split(separator: "@")
    guard let name = parts.first else { return "" }
    let place = parts.count > 1 ? KeyContext(rawValue: String(parts[1])) : nil
    for context in place.map({ [$0] }) ?? KeyContext.allCases {
      guard let binding = context.all.first(where: { $0.action.name == name }) else { continue }
      return keys(of: binding, in: context).first?.description ?? ":" + name
    }
    return Action.named[String(name)] == nil ? "" : ":" + name
  }

  // MARK: What cannot be

  /// Keys that two actions have in one place.
  private func conflicts() -> [Problem] {
    var problems: [Int: String] = [:]
    for context in KeyContext.allCases {
      for bindings in [context.bindings, Bindings.playing] {
        var taken: [Key: Action] = [:]
        for binding in bound(bindings, in: context) {
          for key in binding.keys {
            guard let other = taken[key] else {
              taken[key] = binding.action
              continue
            }
            guard other != binding.action else { continue }
            let (index, action) = culprit(binding.action, other, in: context)
            problems[index] =
              problems[index] ?? "\(key) is \(action.name) already in \(context.rawValue)"
          }
        }
      }
    }
    return problems.sorted { $0.key < $1.key }.map { Problem(index: $0.key, sentence: $0.value) }
  }

  /// Which of two settings brought one key to two actions: the later one; and who had the key.
  private func culprit(
    _ one: Action, _ other: Action, in context: KeyContext
  ) -> (index: Int, had: Action) {
    let index = { (action: Action) in
      settings.lastIndex {
        $0.action == action.name && ($0.place == nil || $0.place == context.rawValue)
      } ?? -1
    }
    let (first, second) = (index(one), index(other))
    return first > second ? (first, other) : (max(0, second), one)
  }

  private static func quoted(_ text: String) -> String {
    "\"\(SafeText.clean(text))\""
  }

  /// `; undo is the nearest`
  private static func nearest(_ name: String, _ names: [String]) -> String {
    let near = names.sorted().map {
      (name: $0, edits: name.lowercased().edits(to: $0.lowercased()))
    }
    .min { $0.edits < $1.edits }
    guard let near, near.edits < name.count, near.edits <= max(2, near.name.count / 3) else {
      return ""
    }
    return "; \(near.name) is the nearest"
  }
}
