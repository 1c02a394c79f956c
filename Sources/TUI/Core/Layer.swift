import Domain

/// What lies over the screen. Keys go to the topmost layer; drawing starts at the lowest.
enum Layer: Equatable, Sendable {
  case client(ClientCard)
  // Orders.
  case order(OrderCard)
  case statusMenu(StatusMenu)
  case statusEditor(StatusEditor)

  case prompt(PromptDialog)
  case form(FormDialog)
  case drafts(DraftList)
  case comparison(Comparison)
  case deleteQuestion(DeleteQuestion)
  case organizations(OrganizationsView)
  case organization(OrganizationCard)
  case entry(EntryView)
  case picker(ContactPicker)
  // The provider.
  case callQuestion(CallQuestion)
  case presence(PresenceList)

  // What is done with calls.
  case call(CallCard)
  case columns(ColumnsChooser)
  case menu(Menu)
  case note(CallNote)
  case orderPicker(OrderPicker)

  case help(HelpView)
  case export(ExportDialog)
  /// Whether what is there may be replaced.
  case exportQuestion(ExportRequest)
  // Finding.
  case line(InputLine)
  case savedFilters(SavedFilterMenu)

  /// "Quit?", asked only while a form holds text that is not saved.
  case quitQuestion
}

/// A sentence in the message line; the next key takes it away.
struct Message: Equatable, Sendable {
  let text: String
  let role: Role
  /// What the sentence leads to, where the terminal can open it.
  var link: String?
}
