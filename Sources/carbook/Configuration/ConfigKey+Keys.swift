/// The user's own keys.
extension ConfigKey {
  static let keys: [ConfigKey] = [
    ConfigKey(
      path: "keys",
      summary: "other keys for actions, everywhere or in one place",
      wanted: "an object of actions with their keys; as \"in\" such an object for each place"
    ) {
      $0.keys.value
    } take: { value, config in
      guard let keys = KeySettings(value) else { return false }
      config.keys = keys
      return true
    }
  ]
}
