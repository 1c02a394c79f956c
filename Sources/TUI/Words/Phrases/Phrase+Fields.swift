/// What forms say whatever they are for.
extension Phrase {
  static let problemNotOffered = Phrase(
    "Choose one from the list: {choices} opens it.", "Виберіть зі списку: {choices} відкриває його."
  )
  static let doChoices = Phrase("list", "список")
  static let doTakeChoice = Phrase("take", "взяти")
  static let doNextChoice = Phrase("next", "далі")
  static let doPreviousChoice = Phrase("previous", "назад")
  static let doCloseChoices = Phrase("close the list", "закрити список")
  static let doRowToFront = Phrase("make it the first", "зробити першим")
  static let doNextLine = Phrase("line below", "рядок нижче")
  static let doPreviousLine = Phrase("line above", "рядок вище")
  static let helpChoices = Phrase("A list in a form", "Список у формі")
  static let whyNoChoices = Phrase(
    "This field has no list to choose from.", "Це поле не має списку.")
  static let whyNoRows = Phrase(
    "Only numbers and other lists have an order.", "Порядок мають лише номери та інші списки.")
  static let whyFirstRow = Phrase("This is the first one already.", "Це вже перший.")
  static let whyEmptyRow = Phrase("There is nothing in this row.", "У цьому рядку порожньо.")
}
