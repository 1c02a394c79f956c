/// Where keys go. The help has a part for each, in this order.
enum KeyContext: Hashable, CaseIterable, Sendable {
  case log
  case find
  case line
  case savedFilters
  case columns
  case export
  case exportQuestion
  case contacts
  case search
  case organizations
  case organizationSearch
  case organization
  case client
  case orders
  case order
  case statusMenu
  case statusEditor
  case callBack
  case statistics
  case settings
  case card
  case dialog
  case form
  case choices
  case refusedForm
  case comparison
  case deleteQuestion
  case drafts
  case picker
  case help
  case question

  /// Whether letters are keys, mapped by their place on the keyboard, and not text.
  var takesLettersAsKeys: Bool {
    switch self {
    case .find, .line, .export, .search, .organizationSearch, .form, .choices, .refusedForm,
      .picker,
      .statusMenu:
      false
    default: true
    }
  }

  /// Whether keys go to one of the screens, with no layer and no field before it.
  var isScreen: Bool {
    switch self {
    case .log, .contacts, .orders, .callBack, .statistics, .settings: true
    default: false
    }
  }

  /// All bindings that act here; the first that has a key gets it.
  var bindings: [Binding] {
    switch self {
    case .log, .statistics, .settings: own + Bindings.listed + Bindings.anyList + Bindings.global
    case .contacts, .orders, .callBack:
      own + Bindings.list + Bindings.listed + Bindings.anyList + Bindings.global
    default: own + Bindings.global
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
    case .contacts: (.contacts, Bindings.contacts + [Bindings.organizationsList])
    case .search: (.helpSearch, Bindings.search)
    case .client: (.helpClient, Bindings.client)
    case .orders: (.orders, Bindings.orders)
    case .order: (.helpOrder, Bindings.orderCard)
    case .statusMenu: (.helpStatusMenu, Bindings.statusMenu)
    case .statusEditor: (.helpStatusEditor, Bindings.statusEditor)
    case .callBack: (.callBack, Bindings.callBack)
    case .statistics: (.statistics, Bindings.statistics)
    case .settings: (.settings, Bindings.settings)
    case .card: (.helpCard, Bindings.card)
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
    case .question: (.helpQuestion, Bindings.question)
    }
  }
}
