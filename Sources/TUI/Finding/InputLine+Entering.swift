import Domain

/// The line at the bottom: what it says so far, and what Enter makes of it.
extension ConsoleState {
  /// - Parameters:
  ///   - command: whose argument is to be typed; nil for any command.
  ///   - text: what stands in the line at first.
  mutating func openLine(_ command: String? = nil, text: String = "") {
    layers.append(.line(InputLine(command, text: text)))
  }

  mutating func updateTopLine(_ change: (inout InputLine) -> Void) {
    guard case .line(var line) = layers.last else { return }
    change(&line)
    layers[layers.count - 1] = .line(line)
  }

  /// Enter. What cannot be done stays in the line, with the reason.
  mutating func enterLine() -> [Effect] {
    guard case .line(let line) = layers.last else { return [] }
    var next = self
    next.layers.removeLast()
    do throws(Command.Refusal) {
      let effects = try next.run(line)
      next.remember(line)
      self = next
      return effects
    } catch {
      updateTopLine { $0.refusal = error.sentence }
      return []
    }
  }

  mutating func completeLine(by step: Int) {
    guard case .line(let line) = layers.last else { return }
    let completion = completion(of: line)
    updateTopLine { $0.complete(completion, by: step) }
  }

  mutating func recallLine(by step: Int) {
    guard case .line(let line) = layers.last else { return }
    let entries = ConsoleState.history(of: line.command).map { view[keyPath: $0] } ?? []
    updateTopLine { $0.recall(entries, by: step) }
  }

  /// Why Enter would not be obeyed now; nil where it would.
  func refusal(of line: InputLine) -> String? {
    if let refusal = line.refusal { return refusal }
    var trial = self
    trial.layers.removeLast()
    do throws(Command.Refusal) {
      _ = try trial.run(line)
      return nil
    } catch {
      return error.sentence
    }
  }

  /// The command that a line is about, once its name is whole.
  func command(of line: InputLine) -> Command? {
    withoutLine.command(named: line.command ?? ConsoleState.split(line.text).name)
  }

  /// What may stand at the cursor.
  func completion(of line: InputLine) -> Completion {
    let head = String(line.field.text.prefix(line.field.cursor))
    if let name = line.command {
      return Command.named(name)?.completion(self, head) ?? .none
    }
    guard head.contains(where: \.isWhitespace) else {
      let byPlace = String(head.map(KeyboardLayout.latin))
      let commands = Command.all.map { $0.name + ($0.argument == nil ? "" : " ") }
      let completion = Completion(of: commands, after: byPlace)
      return completion.candidates.isEmpty
        ? Completion(of: actionNames, after: byPlace) : completion
    }
    let (name, argument) = ConsoleState.split(head)
    return Command.named(name)?.completion(self, argument)
      .moved(by: head.count - argument.count) ?? .none
  }

  private mutating func run(_ line: InputLine) throws(Command.Refusal) -> [Effect] {
    let (name, argument) = line.command.map { ($0, line.text) } ?? ConsoleState.split(line.text)
    if name.isEmpty { return [] }
    guard let command = command(named: name) else {
      throw Command.Refusal(
        sentence: words(.noSuchCommand, name, Command.nearest(to: name.lowercased())))
    }
    return try command.run(&self, argument.trimmed)
  }

  /// A command, or what a key does here by the name of its action.
  private func command(named name: String) -> Command? {
    if let command = Command.named(name) { return command }
    let byPlace = String(name.lowercased().map(KeyboardLayout.latin))
    return bindings.first { $0.action.name == byPlace }.map { binding in
      Command(byPlace, label: binding.label) { state, _ throws(Command.Refusal) in
        if let reason = binding.whyNot(state) {
          throw Command.Refusal(sentence: state.words(reason))
        }
        return state.perform(binding.action)
      }
    }
  }

  /// What keys go to when the line is closed.
  private var withoutLine: ConsoleState {
    var state = self
    if case .line = state.layers.last { state.layers.removeLast() }
    return state
  }

  /// The actions of the keys below the line that are no commands as well.
  private var actionNames: [String] {
    let names = Set(withoutLine.bindings.map(\.action.name))
    return names.filter { Command.named($0) == nil }.sorted()
  }

  private mutating func remember(_ line: InputLine) {
    remember(line.text, of: line.command)
    guard line.command == nil, let command = command(of: line) else { return }
    remember(ConsoleState.split(line.text).argument.trimmed, of: command.name)
  }

  private mutating func remember(_ text: String, of command: String?) {
    if let history = ConsoleState.history(of: command) { view.remember(text, in: history) }
  }

  /// Whole lines and filters are kept, the latest last; what else is typed is not.
  private static func history(of command: String?) -> WritableKeyPath<ViewState, [String]>? {
    switch command {
    case nil: \.commandHistory
    case "filter": \.filterHistory
    default: nil
    }
  }

  /// The first word, and all that follows the blank behind it.
  private static func split(_ text: String) -> (name: String, argument: String) {
    let end = text.firstIndex(where: \.isWhitespace) ?? text.endIndex
    return (String(text[..<end]), String(text[end...].dropFirst()))
  }
}
