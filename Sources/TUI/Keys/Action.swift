import Domain

/// What a key can be bound to.
enum Action: Hashable, Sendable {
  // The provider.
  case callBack, callAnyway, presence, retryPush, retryAllPushes, dropPush, openPush
  // Lists.
  case up, down, pageUp, pageDown, first, last
  // The log.
  case open, contact, order, nextPane, zoom, copyNumber, demo, newest, oldest
  // The clipboard.
  case copyMenu
  case copyPart(Copyable.Part)
  // Everywhere, or in lists.
  case newClient, help, quit, suspend, repaint, toggleMouse
  // In the help.
  case searchHelp, keepHelpSearch, endHelpSearch
  case show(Screen)
  // The settings' pages.
  case showSettings(SettingsPage)
  case nextPage, previousPage
  // Integrations.
  case newIntegration, editIntegration, removeIntegration, switchIntegration, testIntegration
  case removeIntegrationAnyway
  case copyAuthKey, rotateMenu
  /// Seconds for which the old links go on working.
  case rotateToken(Int64)
  // Orders.
  case changeStatus, editOrder, deleteOrder, newOrder, newOrderFor, filterStatus, chooseStatus
  case editStatuses, addStatus, editStatus, removeStatus, nextTone, statusUp, statusDown
  // Layers.
  case close
  // The dialog "New client".
  case create, add, notNow, nextPrompt, previousPrompt
  // Forms and the picker.
  case save, openOwner, pick, newContact
  case nextField, previousField, nextLine, previousLine, rowToFront
  case choices, nextChoice, previousChoice, closeChoices
  // What is done with a call, and taken back.
  case note, attach, attachContact, attachOrder, detachContact, detachOrder, followRule
  case undo, redo
  case olderCall, newerCall, back, forward, nextSection, previousSection
  // Menus.
  case sortMenu, choose
  case sort(CallSort.Key)
  // The columns chooser.
  case columns, toggleColumn
  case moveColumn(Int)
  case widenColumn(Int)
  case automaticColumns
  // Unfinished forms, and two versions of a contact.
  case drafts, openDraft, dropDraft
  case chooseLeft, chooseRight, chooseBoth, preview, saveChoices
  // Contacts and their organizations.
  case editContact, mergeContact, deleteContact, deleteAnyway
  case organizations, openOrganization, openMember, renameOrganization, deleteOrganization
  case searchOrganizations, keepOrganizations, leaveOrganizations
  // Finding.
  case commandLine, filterLine, jumpLine, clearFilter, savedFilters
  case enterLine
  /// One word further, or back.
  case completeLine(Int)
  /// One entry back, or further.
  case recallLine(Int)
  /// The one with that key.
  case applySaved(String)
  case applySelected, saveFilter, deleteFilter
  // Writing a list into a file.
  case export, cancelExport, startExport, exportFormat, replaceFile, keepFile
  // Recordings.
  case play, pausePlayback, stopPlayback, copyRecording
  /// So many seconds on.
  case seek(Int)
  /// So many steps faster.
  case changeSpeed(Int)
  // Who called, and who talked.
  case editContactOfCall, employeeOfCall
  // Employees and call routing.
  case newEmployee, editEmployee, deleteEmployee, toggleAway
  case newRule, editRouting, deleteRouting, newScheme, ruleUp, ruleDown
  // The question whether to quit.
  case quitAnyway
  // The screens on the keys 2 to 6, and a client's card.
  case search, keepSearch, clearSearch, settle, copy, reveal, nextTab
  // Figures.
  case period(StatisticsPeriod)
  case periodMenu, periodLine, earlierPeriod, laterPeriod
  case nextFigures, previousFigures, figuresLeft, figuresRight, openFigures
}
