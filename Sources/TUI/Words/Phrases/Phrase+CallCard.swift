/// What stands in a call's card.
extension Phrase {
  static let sectionReason = Phrase("Why this status", "Чому такий статус")
  static let sectionDeliveries = Phrase("Deliveries", "Повідомлення провайдера")
  static let sectionRaw = Phrase("Raw events", "Як це прийшло")
  static let factDuration = Phrase("Duration", "Тривалість")
  static let factLine = Phrase("Our number", "Наш номер")
  static let factPool = Phrase("Pool", "Пул")
  static let factDepartment = Phrase("Department", "Відділ")
  static let factStaffID = Phrase("Employee's id", "№ працівника")
  static let factCallCard = Phrase("Provider's page", "Сторінка там")
  static let factGoogleClientID = Phrase("Google client id", "Google client id")
  static let factIntegration = Phrase("Integration", "Інтеграція")
  static let factFirstHeard = Phrase("First heard of", "Уперше почули")
  static let factOwners = Phrase("also the number of: {}", "також номер контактів: {}")
  static let factByHand = Phrase("said by hand", "вказано вручну")

  // How far a call had come.
  static let phaseBefore = Phrase("not answered", "без відповіді")
  static let phaseAnswered = Phrase("answered", "відповіли")
  static let phaseAfter = Phrase("ended", "завершено")

  // Why a call has its status.
  static let reasonNoResult = Phrase("no result said", "результату не названо")
  static let reasonNotUnderstood = Phrase(
    "Nothing in its deliveries says which call this is about.",
    "У повідомленнях не сказано, про який дзвінок ідеться.")
  static let reasonResult = Phrase(
    "The provider's result says so.", "Так каже результат від провайдера.")
  static let reasonTalk = Phrase(
    "Somebody talked: talk counts for more than the result's word.",
    "Розмова була: вона важить більше за слово результату.")
  static let reasonNoTalk = Phrase(
    "It ended and nobody talked. What came in so is missed, what went out is not reached.",
    "Завершено без розмови: вхідний — пропущено, вихідний — не додзвонилися.")
  static let reasonEndUnsaid = Phrase(
    "It ended, and nobody said how.", "Завершено, але не сказано як.")
  static let reasonNotAnsweredYet = Phrase(
    "No end has been heard of, and no answer.", "Ні кінця, ні відповіді ще не було.")
  static let reasonNotEndedYet = Phrase(
    "Somebody answered, and no end has been heard of.", "Відповіли, кінця ще не було.")
  static let reasonEndNeverCame = Phrase(
    "No end was heard of in an hour: nobody knows how it went.",
    "Кінця не було понад годину: невідомо, чим завершилося.")

  // What became of a delivery.
  static let madeCall = Phrase("made the call", "створило дзвінок")
  static let changedCall = Phrase("changed the call", "змінило дзвінок")
  static let saidNothingNew = Phrase("said nothing new", "нічого нового")
  static let keptWhileOff = Phrase("kept, the integration was off", "інтеграцію було вимкнено")
  static let saidNothing = Phrase("nothing but the call's id", "лише № дзвінка")
  static let noDeliveries = Phrase(
    "None is kept: the call was imported, or they were deleted by the retention.",
    "Не збережено: дзвінок імпортовано, або минув строк зберігання.")
  static let earlierDeliveries = Phrase(
    "Earlier ones are not shown.", "Попередні не показано.")
}
