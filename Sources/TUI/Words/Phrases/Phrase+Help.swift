/// The empty store, the help and the small screen.
extension Phrase {
  static let emptyProvider = Phrase(
    "Connect the provider: run “carbook links” and paste the links there.",
    "Підключіть провайдера: виконайте «carbook links» і вставте посилання там.")
  static let emptyDemo = Phrase(
    "Try the demo: press d; it has a store of its own, demo.db.",
    "Спробуйте демо: клавіша d; воно має власне сховище demo.db.")
  static let emptyHelp = Phrase("Get help: press ?", "Довідка: клавіша ?")
  static let help = Phrase("Help", "Довідка")
  static let helpEverywhere = Phrase("Everywhere", "Усюди")
  static let helpLists = Phrase("In lists", "У списках")
  static let helpDialog = Phrase(
    "In the dialog “New client on Carbook”", "У вікні «Новий клієнт у Carbook»")
  static let helpForm = Phrase("In a form", "У формі")
  static let helpPicker = Phrase("When choosing a contact", "Під час вибору контакту")
  static let helpHelp = Phrase("In the help", "У довідці")
  static let helpQuestion = Phrase("When asked whether to quit", "На запитання про вихід")
  static let tooSmall = Phrase("Carbook needs 40×10 cells.", "Carbook потребує 40×10.")
}
