/// Two versions of a record.
extension Phrase {
  static let conflictTitle = Phrase(
    "Somebody else has changed it too", "Це змінив ще хтось")
  static let mergeTitle = Phrase("Merge two contacts", "Обʼєднати два контакти")
  static let versionMine = Phrase("yours", "ваше")
  static let versionStored = Phrase("stored meanwhile", "збережене тим часом")
  static let doChooseLeft = Phrase("left", "ліве")
  static let doChooseRight = Phrase("right", "праве")
  static let doChooseBoth = Phrase("both", "обидва")
  static let doPreview = Phrase("outcome", "підсумок")
  static let doGoBack = Phrase("back", "назад")
  static let whyNotBoth = Phrase("Only one of these can be kept.", "Лишити можна лише одне з них.")
  static let helpComparison = Phrase("Two versions of a contact", "Дві версії контакту")
  static let contactsMerged = Phrase(
    "Merged: {}; {undo} undoes", "Обʼєднано: {}; {undo} — скасувати")
}
