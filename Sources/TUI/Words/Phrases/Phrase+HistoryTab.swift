/// Who changed what, when.
extension Phrase {
  static let history = Phrase("History", "Історія")
  static let noHistory = Phrase("Nothing was changed.", "Змін не було.")
  static let historyWho = Phrase("Who", "Хто")
  static let historyWhat = Phrase("What", "Що")
  static let historyBy = Phrase("{} by {}", "{}, {}")
  static let historyUndone = Phrase("undone: {}", "скасовано: {}")
  static let historyRedone = Phrase("done again: {}", "повторено: {}")
  static let historyMake = Phrase("Make", "Марка")
  static let historyModel = Phrase("Model", "Модель")
  static let historyYear = Phrase("Year", "Рік")
  static let historyPlate = Phrase("Plate", "Номерний знак")
  static let historyVIN = Phrase("VIN", "VIN")
  static let historyOpened = Phrase("Opened", "Відкрито")
  static let historyClosed = Phrase("Closed", "Закрито")
}
