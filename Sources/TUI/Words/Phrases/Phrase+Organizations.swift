/// Organizations, and the question before a contact is deleted.
extension Phrase {
  static let organizations = Phrase("Organizations", "Організації")
  static let members = Phrase("Contacts", "Контакти")
  static let noOrganizations = Phrase(
    "No contact belongs to an organization.", "Жоден контакт не належить до організації.")
  static let noOrganizationFound = Phrase("None found.", "Нічого не знайдено.")
  static let noMembers = Phrase("No contact belongs to it.", "До неї не належить жоден контакт.")
  static let renameTitle = Phrase("Rename an organization", "Перейменувати організацію")
  static let problemNoName = Phrase(
    "An organization needs a name.", "Організації потрібна назва.")
  static let organizationRenamed = Phrase(
    "Renamed: {}; {undo} undoes", "Перейменовано: {}; {undo} — скасувати")
  static let organizationDeleted = Phrase("Deleted; {undo} undoes", "Видалено; {undo} — скасувати")
  static let doOrganizations = Phrase("organizations", "організації")
  static let doOpenOrganization = Phrase("members", "контакти")
  static let doRename = Phrase("rename", "перейменувати")
  static let doDelete = Phrase("delete", "видалити")
  static let helpOrganizations = Phrase("The list of organizations", "Список організацій")
  static let helpOrganizationSearch = Phrase(
    "Searching for an organization", "Пошук організації")
  static let helpOrganization = Phrase("An organization's card", "Картка організації")

  static let deleteTitle = Phrase("Delete this contact?", "Видалити цей контакт?")
  static let deleteNoCalls = Phrase("He has no calls.", "Дзвінків немає.")
  static let deleteCalls = Phrase(
    "{}: kept in the log, as nobody's.", "{}: у журналі, як нічиї.")
  static let deleteNoOrders = Phrase("He has no orders.", "Замовлень немає.")
  static let deleteOrders = Phrase("{}: deleted with him.", "{}: буде видалено з ним.")
  static let doDeleteYes = Phrase("delete", "видалити")
  static let doDeleteNo = Phrase("keep", "лишити")
  static let contactDeleted = Phrase(
    "Deleted: {}; {undo} undoes", "Видалено: {}; {undo} — скасувати")
  static let helpDeleteQuestion = Phrase("Deleting a contact", "Видалення контакту")
}
