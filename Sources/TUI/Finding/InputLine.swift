/// A line typed at the bottom of the screen: any command, or the argument of one.
struct InputLine: Equatable, Sendable {
  /// The command whose argument is typed; nil where the line begins with a command's name.
  let command: String?
  private(set) var field: TextField
  /// Why what was typed last could not be done; the next key takes it away.
  var refusal: String?
  private(set) var tabbed: Tabbed?
  private var recalled: Recalled?

  /// Words that Tab goes through, and which one stands in the line.
  struct Tabbed: Equatable, Sendable {
    let completion: Completion
    let index: Int
  }

  /// The entry of the history that stands in the line, 0 for the latest, and what was typed
  /// before it.
  private struct Recalled: Equatable, Sendable {
    let index: Int
    let typed: String
  }

  init(_ command: String? = nil, text: String = "") {
    self.command = command
    field = TextField(text)
  }

  var text: String { field.text.trimmed }

  mutating func edit(_ key: Key) {
    refusal = nil
    tabbed = nil
    recalled = nil
    field.edit(key)
  }

  /// Tab: completes the word at the cursor as far as it is certain, then goes through the words that
  /// are possible.
  mutating func complete(_ completion: Completion, by step: Int) {
    refusal = nil
    if let tabbed {
      let words = tabbed.completion.candidates
      let next = (tabbed.index + step + words.count) % words.count
      self.tabbed = Tabbed(completion: tabbed.completion, index: next)
      return replaceWord(at: tabbed.completion.start, with: words[next])
    }
    guard let first = completion.candidates.first else { return }
    let prefix = completion.commonPrefix
    if completion.candidates.count == 1 || prefix.count > field.cursor - completion.start {
      replaceWord(at: completion.start, with: prefix)
    } else {
      tabbed = Tabbed(completion: completion, index: 0)
      replaceWord(at: completion.start, with: first)
    }
  }

  private mutating func replaceWord(at start: Int, with word: String) {
    let head = field.text.prefix(start) + word
    let tail = field.text.dropFirst(field.cursor)
    field = TextField(String(head + tail), cursor: head.count)
  }

  /// Up (1) and Down (-1): what was entered before, the latest last in the history.
  mutating func recall(_ history: [String], by step: Int) {
    let index = (recalled?.index ?? -1) + step
    guard index >= -1, index < history.count else { return }
    let typed = recalled?.typed ?? field.text
    refusal = nil
    tabbed = nil
    recalled = index < 0 ? nil : Recalled(index: index, typed: typed)
    field = TextField(index < 0 ? typed : history[history.count - 1 - index])
  }
}
