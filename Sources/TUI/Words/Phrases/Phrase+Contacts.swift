/// What is done to contacts.
extension Phrase {
  static let doEdit = Phrase("change", "змінити")
  static let doMerge = Phrase("merge with another", "обʼєднати з іншим")
  static let whyNoContactHere = Phrase("No contact is selected.", "Контакт не вибрано.")
  static let whyMerging = Phrase(
    "Two contacts that exist are merged.", "Обʼєднують лише наявні контакти.")
  static let pickerMerge = Phrase("Which contact is also {}?", "Який контакт — теж {}?")
  static let pickerNoTwin = Phrase(
    "Nobody else is found by that. Type a name or a number.",
    "За цим більше нікого. Введіть імʼя чи номер.")
  static let pickerTaken = Phrase(
    "{} has this number. {pick@contact-picker} again adds it.",
    "Номер має {}. {pick@contact-picker} ще раз — додати і сюди.")
}
