/// What was changed, and taken back.
extension Phrase {
  static let undone = Phrase("Undone.", "Скасовано.")
  static let redone = Phrase("Done again.", "Повторено.")
  static let nothingToUndo = Phrase(
    "There is nothing of yours to take back or to do again.", "Немає чого скасувати чи повторити.")
  static let changedSince = Phrase(
    "User {} has changed it since: it cannot be taken back.",
    "Користувач {} вже змінив це: скасувати не можна.")
  static let nameTaken = Phrase("Another one has this name already.", "Така назва вже є.")
  static let hasMembers = Phrase(
    "Contacts belong to it: it is deleted when none does.",
    "До неї належать контакти: видалити можна лише порожню.")
}
