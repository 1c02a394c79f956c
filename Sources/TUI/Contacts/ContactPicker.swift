import Domain

/// "Which contact?": the contacts found by a number or by what is typed.
struct ContactPicker: Equatable, Sendable {
  enum Purpose: Equatable, Sendable {
    /// The chosen contact gets the number.
    case addNumber
    /// The call is the chosen contact's: several own its number.
    case assign
    /// The chosen contact becomes one with this one.
    case merge(Contact)
    /// A new order is the chosen contact's.
    case newOrder
  }

  /// Somebody else has the number; picking the same contact again insists.
  struct Refusal: Equatable, Sendable {
    let contact: Contact.ID
    let owner: ContactReference
  }

  let purpose: Purpose
  /// Nil where whoever is looked for has not called, or has hidden it.
  let number: PhoneNumber?
  /// The call that led here.
  let call: Call.ID?
  /// At first the number; the first character typed takes its place.
  private(set) var search: TextField
  private(set) var isPristine = true
  var list = KeyedList<Contact>()
  /// Sent to the store, and not answered yet.
  var isSaving = false
  var refusal: Refusal?

  init(adding number: PhoneNumber, from call: Call.ID?) {
    self.init(.addNumber, number, call, search: number.grouped)
  }

  init(assigning call: Call.ID, of number: PhoneNumber?) {
    self.init(.assign, number, call, search: number?.grouped ?? "")
  }

  /// Whoever is twice in the list mostly has the same name.
  init(merging contact: Contact) {
    let number = contact.numbers.first?.number.grouped
    self.init(.merge(contact), nil, nil, search: contact.name ?? number ?? "")
  }

  static let forNewOrder = ContactPicker(.newOrder, nil, nil, search: "")

  private init(_ purpose: Purpose, _ number: PhoneNumber?, _ call: Call.ID?, search: String) {
    self.purpose = purpose
    self.number = number
    self.call = call
    self.search = TextField(search)
  }

  func request(_ anchor: Anchor<ContactRequest.Position>, _ limit: Int) -> ContactRequest {
    ContactRequest(
      anchor: anchor, limit: limit,
      search: isPristine ? number?.text ?? search.text : search.text.trimmed, asker: .picker)
  }

  /// Nobody is merged with himself.
  mutating func load(_ page: Page<Contact>, at anchor: Anchor<ContactRequest.Position>, total: Int)
  {
    guard case .merge(let contact) = purpose, page.rows.contains(where: { $0.id == contact.id })
    else { return list.load(page, at: anchor, total: total) }
    let others = page.rows.filter { $0.id != contact.id }
    list.load(
      Page(rows: others, hasBefore: page.hasBefore, hasAfter: page.hasAfter), at: anchor,
      total: total - 1)
  }

  mutating func edit(_ key: Key) {
    guard !isSaving else { return }
    let before = search.text
    var isTyping = key == .backspace
    if case .character = key { isTyping = true }
    if case .paste = key { isTyping = true }
    if isPristine, isTyping { search = TextField() }
    search.edit(key)
    guard search.text != before else { return }
    isPristine = false
    refusal = nil
    list.reset()
  }

  /// Where the picker stands on a screen of that size.
  static func box(in size: Size) -> Rect {
    Layout.dialogs(in: size).centered(Size(columns: 70, rows: max(10, size.rows - 6)))
  }

  /// The lines of its list: without borders, the search field and the line below it.
  static func listLines(in size: Size) -> Int {
    max(1, box(in: size).rows - 4)
  }
}

extension ConsoleState {
  /// Enter: the selected contact.
  mutating func pick() -> [Effect] {
    guard case .picker(var picker) = layers.last, !picker.isSaving else { return [] }
    guard let contact = picker.list.selected else {
      message = Message(text: words(.whyNoRow), role: .warning)
      return []
    }
    let effect: Effect
    switch picker.purpose {
    case .addNumber:
      guard let number = picker.number else { return [] }
      let insists = picker.refusal?.contact == contact.id
      effect = .addNumber(number, to: contact.id, from: picker.call, besideOwner: insists)
    case .assign:
      guard let call = picker.call else { return [] }
      effect = .assign(call, to: contact.id)
    case .merge(let keep):
      layers[layers.count - 1] = .comparison(Comparison(merging: keep, with: contact))
      return []
    case .newOrder:
      layers.removeLast()
      return [.prepareOrder(for: contact.id, from: picker.call)]
    }
    picker.isSaving = true
    layers[layers.count - 1] = .picker(picker)
    return [effect]
  }

  /// The client turned out to be in no list: the form instead of the picker.
  mutating func createFromPicker() {
    guard case .picker(let picker) = layers.last, !picker.isSaving else { return }
    layers.removeLast()
    openForm(number: picker.number, from: picker.call)
  }
}
