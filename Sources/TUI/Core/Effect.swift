import Domain

/// What `update` wants done. The runtime does it off the main thread where it can be slow, and
/// answers loads and writes with an `Event`; a load asked again is answered again.
public enum Effect: Equatable, Sendable {
  // Answered by the event of the same name.
  case loadLog(LogRequest)
  case loadCall(Call.ID)
  case loadContactCard(Contact.ID)
  case loadOrder(Order.ID)
  case loadContacts(ContactRequest)
  case loadOrders(OrderRequest)
  /// The newest `limit` prompts and how many there are.
  case loadPrompts(limit: Int)
  /// Calls that start in `from..<to`, and the count of clients to call back.
  case loadFigures(from: Timestamp, to: Timestamp)
  case loadCallBacks
  /// Both days included, in the shop's zone.
  case loadStatistics(from: CivilDate, to: CivilDate)
  case loadIntegrations

  // Answered by `contactSaved` or `failed`.
  /// `from`: the call whose "New client" dialog led here; its prompt closes. `besideOwner`: the
  /// user has been told whose number it is, and insists.
  case createContact(ContactDraft, from: Call.ID?, besideOwner: Bool = false)
  case addNumber(PhoneNumber, to: Contact.ID, from: Call.ID?)

  // Answered by `done` or `failed`.
  /// Says by hand which of several owners of a number called.
  case assign(Call.ID, to: Contact.ID)
  /// "Not now": closes the prompt until the number calls again.
  case dismissPrompt(PhoneNumber, Call.ID)
  /// "Dealt with".
  case settleCallBack(PhoneNumber)

  /// Puts text on the user's clipboard.
  case copy(String)

  // Not answered.
  /// Opens `demo.db`, a store of its own, filled where it is new; this console goes on with it.
  case openDemo
  case quit
  /// Ctrl-Z: the listener is closed, the terminal given back, the process stopped.
  case suspend
  /// Ctrl-L: forget what the terminal shows and draw all of it.
  case repaint
  case bell
}
