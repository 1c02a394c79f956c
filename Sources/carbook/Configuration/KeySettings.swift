import TUI

/// The keys that a user has bound himself, as his file says it.
struct KeySettings: Equatable {
  private(set) var keymap = Keymap.standard
  /// What is wrong with it: with that no keymap is in force.
  private(set) var problems: [Problem] = []

  struct Problem: Equatable {
    let setting: Keymap.Setting
    let sentence: String
  }

  init() {}

  /// - Parameter value: each action's keys by its name; and as `in` such an object for each place.
  /// - Returns: nil where it is something else.
  init?(_ value: JSONValue) {
    guard case .object(var members) = value else { return nil }
    let places = members.removeValue(forKey: "in")
    guard var settings = KeySettings.settings(.object(members), in: nil) else { return nil }
    if let places {
      guard case .object(let places) = places else { return nil }
      for (place, actions) in places.sorted(by: { $0.key < $1.key }) {
        guard let own = KeySettings.settings(actions, in: place) else { return nil }
        settings += own
      }
    }
    let (keymap, problems) = Keymap.read(settings)
    self.keymap = keymap
    self.problems = problems.map { Problem(setting: settings[$0.index], sentence: $0.sentence) }
  }

  private static func settings(_ value: JSONValue, in place: String?) -> [Keymap.Setting]? {
    guard case .object(let actions) = value else { return nil }
    var settings: [Keymap.Setting] = []
    for (action, value) in actions.sorted(by: { $0.key < $1.key }) {
      guard let keys = keys(value) else { return nil }
      settings.append(Keymap.Setting(place: place, action: action, keys: keys))
    }
    return settings
  }

  /// One key, or a list of them.
  private static func keys(_ value: JSONValue) -> [String]? {
    value.text.map { [$0] } ?? value.texts
  }

  /// As it is written in the file.
  var value: JSONValue {
    var members: [String: JSONValue] = [:]
    var places: [String: [String: JSONValue]] = [:]
    for setting in keymap.settings {
      let keys = JSONValue.list(setting.keys.map { .text($0) })
      if let place = setting.place {
        places[place, default: [:]][setting.action] = keys
      } else {
        members[setting.action] = keys
      }
    }
    if !places.isEmpty { members["in"] = .object(places.mapValues { .object($0) }) }
    return .object(members)
  }
}
