import Domain

/// What can be entered in the command line. A command is data: another one is another entry of
/// `Command.all`.
struct Command: Sendable {
  /// Why a command was not done: one sentence in the user's language.
  struct Refusal: Error, Equatable {
    let sentence: String
  }

  /// What it is called by; the first name is the one that is offered.
  let names: [String]
  /// What its argument is; nil where it takes none.
  let argument: Phrase?
  /// What it does.
  let label: Phrase
  /// What may stand at the end of an argument typed so far.
  let completion: @Sendable (ConsoleState, String) -> Completion
  let run: @Sendable (inout ConsoleState, String) throws(Refusal) -> [Effect]

  init(
    _ name: String, _ others: String..., argument: Phrase? = nil, label: Phrase,
    completion: @escaping @Sendable (ConsoleState, String) -> Completion = { _, _ in .none },
    run: @escaping @Sendable (inout ConsoleState, String) throws(Refusal) -> [Effect]
  ) {
    names = [name] + others
    self.argument = argument
    self.label = label
    self.completion = completion
    self.run = run
  }

  /// A command that does what a key does.
  init(_ name: String, _ others: String..., does action: Action, label: Phrase) {
    names = [name] + others
    self.label = label
    argument = nil
    completion = { _, _ in .none }
    run = { state, _ in state.perform(action) }
  }

  var name: String { names[0] }

  /// - Parameter name: as it was typed, perhaps with the Ukrainian layout on.
  static func named(_ name: String) -> Command? {
    let name = name.lowercased()
    let byPlace = String(name.map(KeyboardLayout.latin))
    return all.first { $0.names.contains(name) || $0.names.contains(byPlace) }
  }

  /// The command whose name takes the fewest changes to become that one.
  static func nearest(to name: String) -> String {
    let names = all.map(\.name)
    return names.min { name.edits(to: $0) < name.edits(to: $1) } ?? ""
  }
}
