/// The empty store, the help and the small screen.
extension Phrase {
  static let emptyProvider = Phrase(
    "Connect the provider: run “{}” and paste the links there.",
    "Підключіть провайдера: виконайте «{}» і вставте посилання там.")
  static let emptyDemo = Phrase(
    "Try the demo: press {demo}; it has a store of its own, demo.db.",
    "Спробуйте демо: клавіша {demo}; воно має власне сховище demo.db.")
  static let emptyHelp = Phrase("Get help: press {help}", "Довідка: клавіша {help}")
  static let help = Phrase("Help", "Довідка")
  static let helpEverywhere = Phrase("Everywhere", "Усюди")
  static let helpLists = Phrase("In lists", "У списках")
  static let helpDialog = Phrase(
    "In the dialog “New client on Carbook”", "У вікні «Новий клієнт у Carbook»")
  static let helpForm = Phrase("In a form", "У формі")
  static let helpPicker = Phrase("When choosing a contact", "Під час вибору контакту")
  static let helpHelp = Phrase("In the help", "У довідці")
  static let nothingInHelp = Phrase(
    "Nothing in the help is like that.", "У довідці такого немає.")
  static let helpHelpSearch = Phrase("While searching the help", "Під час пошуку в довідці")
  static let helpEntry = Phrase("One change of a record", "Одна зміна запису")
  static let helpQuestion = Phrase("When asked whether to quit", "На запитання про вихід")
  static let tooSmall = Phrase("Carbook needs 40×10 cells.", "Carbook потребує 40×10.")
}
