/// Those who talk to clients.
extension Phrase {
  static let settingsEmployees = Phrase("Employees", "Працівники")
  static let noEmployees = Phrase("Nobody is entered yet.", "Ще нікого не внесено.")
  static let newEmployee = Phrase("New employee", "Новий працівник")
  static let editEmployee = Phrase("Change employee", "Змінити працівника")
  static let fieldLogin = Phrase("SIP login", "SIP-логін")
  static let fieldAway = Phrase("Away", "Відсутній")
  static let fieldCRMID = Phrase("CRM id", "ID у CRM")
  static let fieldProviderStaffID = Phrase("Staff id", "ID у провайдера")
  static let yes = Phrase("yes", "так")
  static let no = Phrase("no", "ні")
  static let systemUser = Phrase("system user", "системний користувач")
  static let employeeHere = Phrase("here", "на місці")
  static let employeeAway = Phrase("away", "відсутній")
  static let employeeSaved = Phrase("Employee {} is saved.", "Працівника {} збережено.")
  static let employeeDeleted = Phrase("The employee is deleted.", "Працівника видалено.")
  static let employeeInUse = Phrase(
    "Routing rules send callers to this employee: change them first.",
    "Правила маршрутизації ведуть до цього працівника: спершу змініть їх.")
  static let draftOnPage = Phrase(
    "Open the form here: what you typed comes back.",
    "Відкрийте форму тут: набране повернеться.")
  static let problemNotALine = Phrase(
    "Neither a telephone number nor an extension.", "Це не номер телефону і не внутрішній номер.")
  static let problemNotALogin = Phrase(
    "A login has Latin letters, digits, _ - . @", "Логін: латинські літери, цифри, _ - . @")
  static let whyNoEmployee = Phrase("No employee is selected.", "Працівника не вибрано.")
  static let whySystemUser = Phrase(
    "The system user always exists.", "Системний користувач є завжди.")
  static let doNewEmployee = Phrase("new", "новий")
  static let doAway = Phrase("away or here", "відсутній чи ні")

  static let actionCreateEmployee = Phrase("employee created", "працівника створено")
  static let actionUpdateEmployee = Phrase("employee changed", "працівника змінено")
  static let actionDeleteEmployee = Phrase("employee deleted", "працівника видалено")
  static let actionSetRouting = Phrase("call routing set", "маршрутизацію вказано")
}
