/// Keys and what they do. The hint bar and the help are made from bindings.
struct Binding: Sendable {
  /// The first is the one that hints name.
  private(set) var keys: [Key]
  let action: Action
  let label: Phrase
  /// Whether the hint bar names it.
  let isHinted: Bool
  /// Why the action is not possible now; nil where it is.
  let whyNot: @Sendable (ConsoleState) -> Phrase?

  init(
    _ keys: Key..., does action: Action, label: Phrase, hinted: Bool = false,
    whyNot: @escaping @Sendable (ConsoleState) -> Phrase? = { _ in nil }
  ) {
    self.keys = keys
    self.action = action
    self.label = label
    isHinted = hinted
    self.whyNot = whyNot
  }

  /// The same on other keys.
  func rebound(_ keys: [Key]) -> Binding {
    var binding = self
    binding.keys = keys
    return binding
  }
}
