extension Key {
  /// A key by its name in a configuration: `F7`, `Enter`, `ctrl-k`, `alt-x`, `PgUp`, `G`. Names may
  /// be in any case; a single character is itself, a Cyrillic one the key in its place.
  ///
  /// Nil where no terminal sends such a key, or means another one by it (Ctrl-I is Tab, Ctrl-M and
  /// Ctrl-J are Enter, Ctrl-H is Backspace, Ctrl-[ is Esc), or the program would end (Ctrl-C).
  init?(name: String) {
    if name.count == 1, let character = name.first {
      self = character == " " ? .character(" ") : Key.character(character).byPlace
      if let named = Key.byName[name] { self = named }
      guard SafeText.clean(name) == name else { return nil }
      return
    }
    let small = name.lowercased()
    if let key = Key.byName[small] {
      self = key
    } else if small.hasPrefix("f"), let number = Int(small.dropFirst()), (1...24).contains(number),
      small == "f\(number)"
    {
      self = .function(number)
    } else if small.hasPrefix("ctrl-"), small.count == 6, let character = small.last,
      "abdefgklnopqrstuvwxyz\\]^_".contains(character)
    {
      self = .control(character)
    } else if small.hasPrefix("alt-"), name.count == 5, let character = name.last,
      SafeText.clean(String(character)) == String(character)
    {
      self = .alt(character)
    } else {
      return nil
    }
  }

  /// Keys that terminals know under another name only.
  static let others: [String: Key] = [
    "ctrl-i": .tab, "ctrl-m": .enter, "ctrl-j": .enter, "ctrl-h": .backspace, "ctrl-[": .escape,
  ]

  /// Names of keys that are no characters, for who has misspelt one.
  static let names: [String] =
    Key.byName.values.map(\.description).sorted() + (1...12).map { "F\($0)" }

  private static let byName: [String: Key] = {
    let keys: [Key] = [
      .character(" "), .control(" "), .enter, .tab, .backTab, .escape, .backspace, .delete, .insert,
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .shiftUp, .shiftDown, .shiftLeft,
      .shiftRight, .ctrlUp, .ctrlDown, .ctrlLeft, .ctrlRight, .altLeft, .altRight,
    ]
    var names: [String: Key] = [:]
    for key in keys {
      let name = key.description.lowercased()
      names[name] = key
      for (arrow, word) in [("↑", "up"), ("↓", "down"), ("←", "left"), ("→", "right")] {
        if name.hasSuffix(arrow) { names[name.dropLast() + word] = key }
      }
    }
    let others: [String: Key] = [
      "ctrl-space": .control(" "), "escape": .escape, "return": .enter, "pageup": .pageUp,
      "pagedown": .pageDown, "delete": .delete, "insert": .insert,
    ]
    return names.merging(others) { own, _ in own }
  }()

  /// Whether it is text where there is a field.
  var isText: Bool { if case .character = self { true } else { false } }
}
