/// Forms and the picker.
extension Phrase {
  static let newContact = Phrase("New contact", "Новий контакт")
  static let changeContact = Phrase("Change a contact", "Змінити контакт")
  static let fieldName = Phrase("Name", "Імʼя")
  static let fieldNumber = Phrase("Number", "Номер")
  static let fieldLabel = Phrase("Label", "Позначка")
  static let fieldGoogleClientID = Phrase("Google client id", "Google client id")
  static let fieldExternalID = Phrase("External id", "Зовнішній id")
  static let fieldEmail = Phrase("E-mail", "Е-пошта")
  static let fieldOrganization = Phrase("Organization", "Організація")
  static let fieldResponsible = Phrase("Manager", "Менеджер")
  static let fieldNote = Phrase("Note", "Нотатка")
  static let problemEmpty = Phrase(
    "A contact needs a name or a number.", "Контакту потрібне імʼя або номер.")
  static let problemTooLong = Phrase(
    "At most {} characters fit here.", "Тут вміщується щонайбільше {} символів.")
  static let problemNotANumber = Phrase(
    "This is not a number that can be dialled from outside.",
    "На такий номер не можна подзвонити ззовні.")
  static let problemRepeated = Phrase("This number stands here twice.", "Цей номер уже вказано.")
  static let problemNotAnEmail = Phrase("This is not an e-mail address.", "Це не адреса е-пошти.")
  static let saving = Phrase("Saving…", "Зберігаємо…")
  static let contactCreated = Phrase("Contact created: {}", "Контакт створено: {}")
  static let contactChanged = Phrase("Saved: {}", "Збережено: {}")
  static let numberAdded = Phrase("Number added to {}", "Номер додано: {}")
  static let pickerTitle = Phrase("Add {} to a contact", "Додати {} до контакту")
  static let pickerAssign = Phrase("Who called from {}?", "Хто дзвонив із {}?")
  static let pickerSearch = Phrase("Search", "Пошук")
  static let pickerNobody = Phrase(
    "No contact has this number. Type a name to find one.",
    "Цього номера немає в жодного контакту. Введіть імʼя для пошуку.")
  static let pickerNothing = Phrase("Nobody found.", "Нікого не знайдено.")
  static let numberBelongs = Phrase(
    "This number now belongs to {}.", "Тепер цей номер належить контакту {}.")
  static let takenBy = Phrase(
    "User {} has made a contact for this number: {}.", "Номер уже має контакт (користувач {}): {}.")
  static let takenKeys = Phrase(
    "{open-owner} opens it, {save@form} again saves yours too.",
    "{open-owner} — відкрити його, {save@form} ще раз — зберегти і ваш.")
  static let doOpenOwner = Phrase("open the owner", "відкрити")
  static let doSaveSecond = Phrase("save yours too", "зберегти і ваш")
  static let helpRefusedForm = Phrase("A contact, number taken", "Контакт, номер зайнято")
}
