import Synchronization

/// Where keys go. The help has a part for each, in this order. The raw value is what a configuration
/// calls the place; users have it in their files.
enum KeyContext: String, CaseIterable, Sendable {
  case log
  case find = "log-search"
  case line = "command-line"
  case savedFilters = "saved-filters"
  case columns
  case export
  case exportQuestion = "export-question"
  case sortMenu = "sort-menu"
  case call = "call-card"
  case note
  case attachMenu = "attach-menu"
  case orderPicker = "order-picker"
  case contacts
  case search = "contact-search"
  case organizations
  case organizationSearch = "organization-search"
  case organization
  case client = "contact-card"
  case orders
  case order = "order-card"
  case statusMenu = "status-menu"
  case statusEditor = "status-editor"
  case callBack = "call-back"
  case statistics
  case periodMenu = "period-menu"
  case settings = "integrations"
  case outbox
  case callQuestion = "call-question"
  case presence
  case rotateMenu = "rotate-menu"
  case removeMenu = "remove-menu"
  case copyMenu = "copy-menu"
  case employees
  case routing
  case dialog = "new-client"
  case form
  case choices
  case refusedForm = "refused-form"
  case comparison
  case deleteQuestion = "delete-question"
  case drafts
  case picker = "contact-picker"
  case help
  case helpSearch = "help-search"
  case entry
  case question = "quit-question"

  /// Whether letters are keys, mapped by their place on the keyboard, and not text.
  var takesLettersAsKeys: Bool {
    switch self {
    case .find, .line, .export, .note, .orderPicker, .search, .organizationSearch, .statusMenu,
      .form, .choices, .refusedForm, .picker, .helpSearch:
      false
    case .log, .savedFilters, .columns, .exportQuestion, .sortMenu, .call, .attachMenu, .contacts,
      .organizations, .organization, .client, .orders, .order, .statusEditor, .callBack,
      .statistics, .periodMenu, .settings, .outbox, .callQuestion, .presence, .rotateMenu,
      .removeMenu,
      .copyMenu, .employees, .routing, .dialog, .comparison, .deleteQuestion, .drafts, .help,
      .entry,
      .question:
      true
    }
  }

  /// Whether keys go to one of the screens, with no layer and no field before it.
  var isScreen: Bool {
    switch self {
    case .log, .contacts, .orders, .callBack, .statistics, .settings, .outbox, .employees, .routing:
      true
    case .find, .line, .savedFilters, .columns, .export, .exportQuestion, .sortMenu, .call, .note,
      .attachMenu, .orderPicker, .search, .organizations, .organizationSearch, .organization,
      .client, .order, .statusMenu, .statusEditor, .periodMenu, .callQuestion, .presence,
      .rotateMenu,
      .removeMenu, .copyMenu, .dialog, .form, .choices, .refusedForm, .comparison, .deleteQuestion,
      .drafts, .picker, .help, .helpSearch, .entry, .question:
      false
    }
  }

  /// Whether a key does here what it does by itself, whatever else the user has bound: nobody is to
  /// lock himself in.
  func keeps(_ key: Key) -> Bool {
    if key == .escape { return true }
    return !takesLettersAsKeys && [.enter, .tab, .backTab, .up, .down].contains(key)
  }

  /// All bindings that act here, also those that act only while something runs.
  var all: [Binding] { bindings + (isScreen ? Bindings.running : []) }

  /// All bindings that act here; the first that has a key gets it.
  var bindings: [Binding] {
    KeyContext.made.withLock { made in
      if let bindings = made[self] { return bindings }
      let bindings = nearestFirst
      made[self] = bindings
      return bindings
    }
  }

  /// Put together when they are first asked for: most places are not come to.
  private static let made = Mutex<[KeyContext: [Binding]]>([:])

  private var nearestFirst: [Binding] {
    switch self {
    case .log:
      own + Bindings.calls + Bindings.settling + Bindings.calling + Bindings.copying
        + Bindings.recordings + Bindings.listed + Bindings.pointing + Bindings.anyList
        + Bindings.global
    case .statistics: own + Bindings.listed + Bindings.anyList + Bindings.global
    case .settings, .outbox, .employees, .routing:
      own + Bindings.listed + Bindings.pointing + Bindings.anyList + Bindings.global
    case .callBack:
      own + Bindings.calls + Bindings.calling + Bindings.copying + [Bindings.play]
        + Bindings.recordings + Bindings.list + Bindings.listed + Bindings.pointing
        + Bindings.anyList + Bindings.global
    case .contacts, .orders:
      own + Bindings.calling + Bindings.copying + Bindings.list + Bindings.listed
        + Bindings.pointing + Bindings.anyList + Bindings.global
    case .call, .client, .order:
      own + Bindings.calls + Bindings.settling + Bindings.calling + Bindings.copying
        + [Bindings.play] + Bindings.recordings + Bindings.pointing + Bindings.everywhere
        + Bindings.global
    case .dialog: own + Bindings.calling + Bindings.global
    case .organizations, .organization:
      own + Bindings.pointing + Bindings.everywhere + Bindings.global
    case .find, .line, .savedFilters, .columns, .export, .exportQuestion, .sortMenu, .note,
      .attachMenu, .orderPicker, .search, .organizationSearch, .statusMenu, .statusEditor,
      .periodMenu, .callQuestion, .presence, .rotateMenu, .removeMenu, .copyMenu, .form, .choices,
      .refusedForm, .comparison, .deleteQuestion, .drafts, .picker, .help, .helpSearch, .entry,
      .question:
      own + Bindings.global
    }
  }

  /// The title of the context's part of the help.
  var helpTitle: Phrase { part.title }

  /// The bindings that only this context has.
  var own: [Binding] { part.bindings }

  private var part: (title: Phrase, bindings: [Binding]) {
    switch self {
    case .log: (.callLog, Bindings.log)
    case .find: (.helpFind, Bindings.find)
    case .line: (.helpLine, Bindings.line)
    case .savedFilters: (.savedFilters, Bindings.savedFilters)
    case .columns: (.helpColumns, Bindings.columns)
    case .export: (.helpExport, Bindings.export)
    case .exportQuestion: (.helpExportQuestion, Bindings.exportQuestion)
    case .sortMenu: (.helpSortMenu, Bindings.sortRows + Bindings.menu)
    case .call: (.helpCall, Bindings.call)
    case .note: (.helpNote, Bindings.note)
    case .attachMenu: (.helpAttachMenu, Bindings.attachRows + Bindings.menu)
    case .orderPicker: (.helpOrderPicker, Bindings.orderPicker)
    case .contacts: (.contacts, Bindings.contacts + [Bindings.organizationsList])
    case .search: (.helpSearch, Bindings.search)
    case .client: (.helpClient, Bindings.client)
    case .orders: (.orders, Bindings.orders)
    case .order: (.helpOrder, Bindings.orderCard)
    case .statusMenu: (.helpStatusMenu, Bindings.statusMenu)
    case .statusEditor: (.helpStatusEditor, Bindings.statusEditor)
    case .callBack: (.callBack, Bindings.callBack)
    case .statistics: (.statistics, Bindings.statistics)
    case .periodMenu: (.helpPeriodMenu, Bindings.periodRows + Bindings.menu)
    case .settings: (.settings, Bindings.settings + Bindings.settingsPages)
    case .outbox: (.pageOutbox, Bindings.outbox + Bindings.settingsPages)
    case .callQuestion: (.helpCallQuestion, Bindings.callQuestion)
    case .presence: (.presenceTitle, Bindings.presence)
    case .rotateMenu: (.helpRotateMenu, Bindings.rotateRows + Bindings.menu)
    case .removeMenu: (.helpRemoveMenu, Bindings.removeRows + Bindings.menu)
    case .copyMenu: (.helpCopyMenu, Bindings.copyRows + Bindings.menu)
    case .employees: (.helpEmployees, Bindings.employees + Bindings.settingsPages)
    case .routing: (.helpRouting, Bindings.routing + Bindings.settingsPages)
    case .dialog: (.helpDialog, Bindings.dialog)
    case .form: (.helpForm, Bindings.form)
    case .choices: (.helpChoices, Bindings.choices)
    case .refusedForm: (.helpRefusedForm, Bindings.refusedForm)
    case .comparison: (.helpComparison, Bindings.comparison)
    case .deleteQuestion: (.helpDeleteQuestion, Bindings.deleteQuestion)
    case .organizations: (.helpOrganizations, Bindings.organizations)
    case .organizationSearch: (.helpOrganizationSearch, Bindings.organizationSearch)
    case .organization: (.helpOrganization, Bindings.organization)
    case .drafts: (.draftsTitle, Bindings.draftList)
    case .picker: (.helpPicker, Bindings.picker)
    case .help: (.helpHelp, Bindings.help)
    case .helpSearch: (.helpHelpSearch, Bindings.helpSearch)
    case .entry: (.helpEntry, Bindings.entry)
    case .question: (.helpQuestion, Bindings.question)
    }
  }
}
