import Domain

/// "Which order is the call about?": the client's orders, or those found by what is typed.
struct OrderPicker: Equatable, Sendable {
  let call: Call.ID
  /// Whose orders are offered first; nil where nobody knows who called.
  let client: ContactReference?
  private(set) var search = TextField()
  var list = KeyedList<Order>()
  /// Sent to the store, and not answered yet.
  var isSaving = false

  init(_ call: Call) {
    self.call = call.id
    client = call.contact
  }

  func request(_ anchor: Anchor<OrderRequest.Position>, _ limit: Int) -> OrderRequest {
    let search = search.text.trimmed
    return OrderRequest(
      anchor: anchor, limit: limit, contact: search.isEmpty ? client?.id : nil,
      filter: OrderFilter(search: search), asker: .picker)
  }

  mutating func edit(_ key: Key) {
    guard !isSaving else { return }
    let before = search.text.trimmed
    search.edit(key)
    if search.text.trimmed != before { list.reset() }
  }

  /// The lines of its list: without borders, the search field and the line below it.
  static func listLines(in size: Size) -> Int {
    max(1, ContactPicker.box(in: size).rows - 4)
  }
}

extension ConsoleState {
  mutating func updateOrderPickers(_ change: (inout OrderPicker) -> Void) {
    for index in layers.indices {
      guard case .orderPicker(var picker) = layers[index] else { continue }
      change(&picker)
      layers[index] = .orderPicker(picker)
    }
  }

  /// Enter: the selected order.
  mutating func pickOrder() -> [Effect] {
    guard case .orderPicker(var picker) = layers.last, !picker.isSaving else { return [] }
    guard let order = picker.list.selected else {
      message = Message(text: words(.whyNoRow), role: .warning)
      return []
    }
    picker.isSaving = true
    layers[layers.count - 1] = .orderPicker(picker)
    return [.attachOrder(picker.call, to: order.id)]
  }

  func draw(_ picker: OrderPicker, in frame: inout Frame) {
    let box = ContactPicker.box(in: size)
    frame.clear(box, role: .dialog)
    frame.box(
      box, title: words(.orderPickerTitle), role: .borderFocused, titleRole: .dialogTitle)
    let inside = box.inset(columns: 2, rows: 1)
    let start = frame.put(words(.pickerSearch) + "  ", at: inside.origin, role: .fieldLabel)
    let cursor = frame.field(
      picker.search, at: Position(column: start, row: inside.row),
      columns: inside.endColumn - start, isFocused: true)
    let list = inside.split(top: 1).rest.split(bottom: 1).rest
    if picker.list.isEmpty {
      let isOwn = picker.search.text.trimmed.isEmpty && picker.client != nil
      frame.lines([PaneLine(words(isOwn ? .orderPickerNone : .orderPickerNothing), .dim)], in: list)
    }
    for (row, order) in picker.list.visible.enumerated() where row < list.rows {
      let repair = wording.repair(order.status)
      let line = PaneLine(
        (SafeText.fitted(order.number, columns: 10) + " ", .value),
        (SafeText.fitted(repair.text, columns: 18) + " ", repair.role),
        (
          [wording.name(order.contact), order.vehicle.title, order.vehicle.plate ?? ""]
            .filter { !$0.isEmpty }.joined(separator: " · "), .plain
        ))
      let place = list.split(top: row).rest.split(top: 1).top
      frame.lines([line], in: place, plain: .dialog)
      guard let selected = picker.list.selectedLine else { continue }
      frame.answerClicks(
        in: place, .row(offset: row - selected, row: RowKey(order.id)))
      if row == selected { frame.restyle(place, role: .selected) }
    }
    frame.lines([keyLine(.orderPicker)], in: inside.split(bottom: 1).bottom, plain: .dialog)
    frame.cursor = cursor
  }
}
