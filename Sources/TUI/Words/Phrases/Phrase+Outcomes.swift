/// What became of things.
extension Phrase {
  static let promptDismissed = Phrase(
    "Not now: the call keeps its key “create contact”.",
    "Не зараз: у дзвінка лишається клавіша «створити контакт».")
  static let settled = Phrase("Dealt with.", "Опрацьовано.")
  static let assigned = Phrase("The call is assigned.", "Дзвінок закріплено.")
  static let storeBusy = Phrase(
    "The store is busy; nothing was changed. Try again.",
    "Сховище зайняте; нічого не змінено. Спробуйте ще раз.")
  static let storeFull = Phrase(
    "The disk is full; nothing was changed.", "Диск заповнено; нічого не змінено.")
  static let storeReadOnly = Phrase(
    "The store cannot be written; nothing was changed.",
    "Сховище не можна змінювати; нічого не змінено.")
  static let storeNewer = Phrase(
    "A newer Carbook has taken the store over: restart this console.",
    "Сховищем користується новіший Carbook: перезапустіть консоль.")
  static let gone = Phrase("It was deleted on another console.", "Це видалено на іншій консолі.")
  static let goneBy = Phrase("Not there any more: {} ({}, {}).", "Цього вже немає: {} ({}, {}).")
  static let notThere = Phrase("It is not there any more.", "Цього вже немає.")
  static let changedElsewhere = Phrase(
    "{} was changed on another console; nothing was overwritten.",
    "{}: змінено на іншій консолі; нічого не перезаписано.")
  static let quitTitle = Phrase("Quit?", "Вийти?")
  static let quitUnsaved = Phrase(
    "A form holds text that is not saved; it is lost.",
    "У формі є незбережений текст; його буде втрачено.")
}
