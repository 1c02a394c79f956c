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
  case log, card, dialog, form, refusedForm, choices, picker, help, question
  case columns
  case contacts, search, orders, callBack, statistics, settings, client
  case drafts, comparison

  /// Whether letters are keys, mapped by their place on the keyboard, and not text.
  var takesLettersAsKeys: Bool {
    ![.form, .refusedForm, .choices, .picker, .search].contains(self)
  }

  /// Whether keys go to one of the screens, with no layer and no field before it.
  var isScreen: Bool {
    [.log, .contacts, .orders, .callBack, .statistics, .settings].contains(self)
  }

  /// The title of the context's part of the help.
  var helpTitle: Phrase {
    switch self {
    case .log: .callLog
    case .card: .helpCard
    case .dialog: .helpDialog
    case .form: .helpForm
    case .refusedForm: .helpRefusedForm
    case .choices: .helpChoices
    case .drafts: .draftsTitle
    case .comparison: .helpComparison
    case .picker: .helpPicker
    case .columns: .helpColumns
    case .help: .helpHelp
    case .question: .helpQuestion
    case .contacts: .contacts
    case .search: .helpSearch
    case .orders: .orders
    case .callBack: .callBack
    case .statistics: .statistics
    case .settings: .settings
    case .client: .helpClient
    }
  }

  /// All bindings that act here; the first that has a key gets it.
  var bindings: [Binding] {
    switch self {
    case .log, .statistics, .settings: own + Bindings.anyList + Bindings.global
    case .contacts, .orders, .callBack:
      own + Bindings.list + Bindings.anyList + Bindings.global
    default: own + Bindings.global
    }
  }

  /// The bindings that only this context has.
  var own: [Binding] {
    switch self {
    case .log: Bindings.log
    case .card: Bindings.card
    case .dialog: Bindings.dialog
    case .form: Bindings.form
    case .refusedForm: Bindings.refusedForm
    case .choices: Bindings.choices
    case .drafts: Bindings.draftList
    case .comparison: Bindings.comparison
    case .picker: Bindings.picker
    case .columns: Bindings.columns
    case .help: Bindings.help
    case .question: Bindings.question
    case .contacts: Bindings.contacts
    case .search: Bindings.search
    case .orders: Bindings.orders
    case .callBack: Bindings.callBack
    case .statistics: Bindings.statistics
    case .settings: Bindings.settings
    case .client: Bindings.client
    }
  }
}
