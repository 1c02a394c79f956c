/// Which keys act now.
extension ConsoleState {
  /// Where the next key goes.
  var keyContext: KeyContext {
    switch layers.last {
    case nil: screenContext
    case .client: .client
    case .order: .order
    case .statusMenu: .statusMenu
    case .statusEditor: .statusEditor
    case .prompt: .dialog
    case .form(let dialog): dialog.context
    case .drafts: .drafts
    case .comparison: .comparison
    case .callQuestion: .callQuestion
    case .presence: .presence
    case .deleteQuestion: .deleteQuestion
    case .organizations, .organization: organizationContext
    case .entry: .entry
    case .picker: .picker
    case .call: .call
    case .columns: .columns
    case .export: .export
    case .exportQuestion: .exportQuestion
    case .menu(let menu): menu.context
    case .note: .note
    case .orderPicker: .orderPicker
    case .help(let help): help.search.isTyping ? .helpSearch : .help
    case .line: .line
    case .savedFilters: .savedFilters
    case .quitQuestion: .question
    }
  }

  /// Whether characters are text.
  public var takesText: Bool { !keyContext.takesLettersAsKeys }

  private var screenContext: KeyContext {
    switch screen {
    case .log: log.search.isTyping ? .find : .log
    case .contacts: contacts.search.isTyping ? .search : .contacts
    case .orders: orders.search.isTyping ? .find : .orders
    case .callBack: .callBack
    case .statistics: .statistics
    case .settings: settings.page.context
    }
  }

  /// All bindings that act now, with the user's keys; the first that has a key gets it.
  var bindings: [Binding] {
    let context = keyContext
    let (running, bound) = (running, keymap.bound(context.bindings, in: context))
    return running.isEmpty ? bound : running + bound
  }
}
