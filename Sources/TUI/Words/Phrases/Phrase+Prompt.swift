/// The question about a new client.
extension Phrase {
  static let newClientPrompt = Phrase("New client on Carbook", "Новий клієнт у Carbook")
  static let toNumber = Phrase("to {}", "на {}")
  static let more = Phrase("(+{} more)", "(ще {})")
  static let missedCreate = Phrase("missed, create contact?", "пропущено, створити контакт?")
  static let called = Phrase("called", "дзвонив на")
  static let source = Phrase("source", "джерело")
  static let statusNow = Phrase("now", "зараз")
  static let earlier = Phrase("earlier", "раніше")
  static let ofCount = Phrase("{} of {}", "{} з {}")
  static let answeredElsewhere = Phrase(
    "Answered on another console.", "Відповідь дано на іншій консолі.")
  static let belongsNow = Phrase("{} is now {}'s number.", "{}: тепер це номер контакту {}.")
  static let anyKeyCloses = Phrase("Any key closes this.", "Будь-яка клавіша закриває це.")
  static let noPrompt = Phrase(
    "No new client is waiting for an answer.", "Нових клієнтів, що чекають на відповідь, немає.")
  static let notANewClient = Phrase("This caller is not a new client.", "Це не новий клієнт.")
}
