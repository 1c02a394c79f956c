/// What is done to contacts.
extension Phrase {
  static let doEdit = Phrase("change", "змінити")
  static let doMerge = Phrase("merge with another", "обʼєднати з іншим")
  static let whyNoContactHere = Phrase("No contact is selected.", "Контакт не вибрано.")
  static let whySameContact = Phrase(
    "This is the same contact: choose another one.", "Це той самий контакт: виберіть інший.")
  static let whyMerging = Phrase(
    "Two contacts that exist are merged.", "Обʼєднують лише наявні контакти.")
  static let pickerMerge = Phrase("Which contact is also {}?", "Який контакт — теж {}?")
  static let pickerTaken = Phrase(
    "{} has this number. Enter again adds it.",
    "Номер має {}. Enter ще раз — додати і сюди.")
}
