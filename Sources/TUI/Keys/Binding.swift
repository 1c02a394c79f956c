/// Keys and what they do. The hint bar and the help are made from bindings.
struct Binding: Sendable {
  /// The first is the one that hints name.
  let keys: [Key]
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
}

/// Where keys go.
enum KeyContext: Hashable, CaseIterable, Sendable {
  case log, list, card, dialog, form, picker, help, question

  /// Whether letters are keys, mapped by their place on the keyboard, and not text.
  var takesLettersAsKeys: Bool {
    self != .form && self != .picker
  }

  /// The title of the context's part of the help.
  var helpTitle: Phrase {
    switch self {
    case .log: .callLog
    case .list: .helpLists
    case .card: .helpCard
    case .dialog: .helpDialog
    case .form: .helpForm
    case .picker: .helpPicker
    case .help: .helpHelp
    case .question: .helpQuestion
    }
  }

  /// All bindings that act here; the first that has a key gets it.
  var bindings: [Binding] {
    switch self {
    case .log: Bindings.log + Bindings.anyList + Bindings.global
    case .list: Bindings.list + Bindings.anyList + Bindings.global
    case .card: Bindings.card + Bindings.global
    case .dialog: Bindings.dialog + Bindings.global
    case .form: Bindings.form + Bindings.global
    case .picker: Bindings.picker + Bindings.global
    case .help: Bindings.help + Bindings.global
    case .question: Bindings.question + Bindings.global
    }
  }
}
