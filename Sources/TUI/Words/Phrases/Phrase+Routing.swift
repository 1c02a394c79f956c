/// Where callers are connected.
extension Phrase {
  static let settingsRouting = Phrase("Call routing", "Маршрутизація")
  static let everyScheme = Phrase("every scheme", "усі схеми")
  static let scheme = Phrase("scheme {}", "схема {}")
  static let onlineOnly = Phrase("online only", "лише онлайн")
  static let holidays = Phrase("holidays {}", "свята {}")
  static let leftToProvider = Phrase("left to the provider", "вирішує провайдер")
  static let routingElse = Phrase("else → {}", "інакше → {}")
  static let routingSaved = Phrase("The call routing is saved.", "Маршрутизацію збережено.")

  static let ruleResponsible = Phrase(
    "the client's responsible employee", "відповідальний за клієнта")
  static let ruleLast = Phrase(
    "who talked to him last, within {} days", "хто розмовляв останнім, за {} днів")
  static let ruleOrder = Phrase(
    "the employee of his open order", "працівник відкритого замовлення")
  static let ruleOpen = Phrase("in working hours", "у робочий час")
  static let ruleClosed = Phrase("outside working hours", "у неробочий час")
  static let kindResponsible = Phrase("responsible employee", "відповідальний за клієнта")
  static let kindLast = Phrase("who talked to him last", "хто розмовляв останнім")
  static let kindOrder = Phrase("employee of his open order", "працівник замовлення")
  static let kindOpen = Phrase("in working hours", "у робочий час")
  static let kindClosed = Phrase("outside working hours", "у неробочий час")

  static let newRule = Phrase("New rule", "Нове правило")
  static let editRule = Phrase("Change rule", "Змінити правило")
  static let editRoute = Phrase("Call routing", "Маршрутизація")
  static let newScheme = Phrase("Routing of a scheme", "Маршрутизація схеми")
  static let fieldRule = Phrase("Rule", "Правило")
  static let fieldDays = Phrase("Within days", "За днів")
  static let fieldDestination = Phrase("Send to", "Куди")
  static let fieldScheme = Phrase("Scheme", "Схема")
  static let fieldReply = Phrase("Answer as", "Відповідь")
  static let fieldReplyName = Phrase("JSON key", "Ключ JSON")
  static let fieldOnlineOnly = Phrase("Online only", "Лише онлайн")
  static let fieldHours = Phrase("Working hours", "Робочий час")
  static let fieldHolidays = Phrase("Holidays", "Свята")
  static let fieldFallback = Phrase("Default", "Типово")

  static let problemDays = Phrase("Days: from 1 to {}.", "Днів: від 1 до {}.")
  static let problemDestination = Phrase(
    "An employee's name, a number or a SIP login.", "Імʼя працівника, номер або SIP-логін.")
  static let problemNoScheme = Phrase("It needs a name.", "Потрібна назва.")
  static let problemReplyName = Phrase(
    "Latin letters, digits, _ - . — up to 64.", "Латинські літери, цифри, _ - . — до 64.")
  static let problemHours = Phrase(
    "As mon-fri 09:00-18:00, sat 10:00-15:00", "Напр. пн-пт 09:00-18:00, сб 10:00-15:00")
  static let problemHolidays = Phrase("As 01-01, 2026-12-25", "Напр. 01-01, 2026-12-25")

  static let whyNoRule = Phrase("No rule is selected.", "Правила не вибрано.")
  static let whyRouteStays = Phrase(
    "The route of every scheme stays; its rules go one by one.",
    "Маршрут усіх схем лишається; правила видаляють по одному.")
  static let doNewRule = Phrase("new rule", "нове правило")
  static let doRuleUp = Phrase("rule up", "вище")
  static let doRuleDown = Phrase("rule down", "нижче")
  static let doNewScheme = Phrase("scheme", "схема")
  static let helpEmployees = Phrase("Settings: employees", "Налаштування: працівники")
  static let helpRouting = Phrase("Settings: call routing", "Налаштування: маршрутизація")
}
