/// Panes and cards.
extension Phrase {
  /// Beside the first of several numbers.
  static let mainNumber = Phrase("main", "основний")
  // Panes.
  static let call = Phrase("Call", "Дзвінок")
  static let contact = Phrase("Contact", "Контакт")
  static let order = Phrase("Order", "Замовлення")
  static let manager = Phrase("manager: {}", "менеджер: {}")
  static let lastMissed = Phrase("last missed {}", "останній пропущений {}")
  static let lastCall = Phrase("last call {}", "останній дзвінок {}")
  static let clientSince = Phrase("client since {}", "клієнт з {}")
  static let organization = Phrase("organization: {}", "організація: {}")
  static let note = Phrase("note: {}", "нотатка: {}")
  static let noOrder = Phrase("No order for this call", "Дзвінок не стосується замовлення")
  static let noCall = Phrase("No call is selected", "Дзвінок не вибрано")
  static let loading = Phrase("…", "…")
  static let createContactHint = Phrase("{contact} create contact", "{contact} створити контакт")
  static let hiddenHint = Phrase(
    "The number is hidden: it cannot be matched with a contact.",
    "Номер приховано: його не можна зіставити з контактом.")
  static let severalHint = Phrase(
    "{} contacts own this number; nobody has said which one called ({contact}).",
    "Контактів із цим номером: {}; хто саме дзвонив, не вказано ({contact}).")
  static let earlierCalls = Phrase("earlier calls: {}", "раніше: {}")
  static let noEarlierCalls = Phrase("no earlier calls", "раніше не дзвонив")
  static let openOrder = Phrase("open order {} · {}", "замовлення {} · {}")
  static let since = Phrase("since {}", "з {}")
  static let opened = Phrase("opened {}", "відкрито {}")
  static let closed = Phrase("closed {}", "закрито {}")
  static let vehicle = Phrase("vehicle", "авто")
  static let callsSinceOpened = Phrase(
    "calls since it was opened: {}", "дзвінків після відкриття: {}")
  static let recording = Phrase("Recording", "Запис")
  static let providerID = Phrase("Provider's id", "№ провайдера")
  static let rawStatus = Phrase("Provider says", "У провайдера")
  static let client = Phrase("client", "клієнт")

  // Repair status.
  static let repairNew = Phrase("New", "Нове")
  static let diagnostics = Phrase("Diagnostics", "Діагностика")
  static let waitingForApproval = Phrase("Waiting for approval", "Чекає погодження")
  static let waitingForParts = Phrase("Waiting for parts", "Чекає запчастин")
  static let inRepair = Phrase("In repair", "У ремонті")
  static let ready = Phrase("Ready", "Готово")
  static let orderClosed = Phrase("Closed", "Закрито")
  static let cancelled = Phrase("Cancelled", "Скасовано")
}
