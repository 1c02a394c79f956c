/// What is said of the provider: its address book, its log, its telephones.
extension Phrase {
  static let fetchedCall = Phrase("fetched", "отримано з журналу")

  // Why it did not do what it was asked.
  static let providerNoProject = Phrase(
    "The integration has no project id.{}", "В інтеграції немає ID проєкту.{}")
  static let providerNoKey = Phrase(
    "The integration has no auth key.{}", "В інтеграції немає ключа.{}")
  static let providerKeyRefused = Phrase(
    "The provider refuses the auth key or the project{}: nothing is sent until they are changed.",
    "Провайдер не приймає ключ або проєкт{}: нічого не надсилається, поки їх не змінено.")
  static let providerInsecure = Phrase(
    "The base URL is not https: the key is not sent there.{}",
    "Адреса API не https: ключ туди не надсилається.{}")
  static let providerRedirected = Phrase(
    "The provider's address leads elsewhere{}; the key does not follow: check the base URL.",
    "Адреса провайдера веде деінде{}; ключ туди не йде: перевірте адресу API.")
  static let providerCertificate = Phrase(
    "Nobody vouches for the provider's certificate: check the base URL and this machine's clock.{}",
    "Сертифікату провайдера не можна вірити: перевірте адресу API і годинник.{}")
  static let providerUnknownHost = Phrase(
    "The provider's host is not found: is there a network?{}",
    "Сервер провайдера не знайдено: чи є мережа?{}")
  static let providerNoConnection = Phrase(
    "The provider cannot be reached.{}", "Провайдер недоступний.{}")
  static let providerTimedOut = Phrase(
    "The provider does not answer in time.{}", "Провайдер не відповідає вчасно.{}")
  static let providerTooMany = Phrase(
    "The provider wants to be asked less often{}.", "Провайдер просить питати рідше{}.")
  static let providerServerError = Phrase(
    "The provider's server has a fault{}.", "На сервері провайдера помилка{}.")
  static let providerRefused = Phrase(
    "The provider refuses it{}.", "Провайдер відмовив{}.")
  static let providerIncorrectField = Phrase(
    "The provider's log does not know a field that we ask for{}.",
    "Журнал провайдера не знає поля, про яке ми питаємо{}.")
  static let providerNotUnderstood = Phrase(
    "The provider's answer is not understood.{}", "Відповідь провайдера незрозуміла.{}")
  static let providerBrokenOff = Phrase(
    "The provider's answer was broken off.{}", "Відповідь провайдера обірвалася.{}")
  static let providerTooBig = Phrase("It is too big to be read or sent.{}", "Це завелике.{}")
  static let providerNoProgram = Phrase(
    "curl is not installed: the provider cannot be asked.{}",
    "curl не встановлено: провайдера не можна запитати.{}")
  static let providerNoDirection = Phrase(
    "Neither a number nor an e-mail: there is nothing to push.{}",
    "Ні номера, ні пошти: передавати нічого.{}")
  static let providerSays = Phrase("It says: {}", "Відповідь: {}")
}

extension Phrase {
  // The outbox.
  static let pageOutbox = Phrase("Outbox", "Вихідні")
  static let outboxEmpty = Phrase(
    "Nothing waits to be pushed.", "Передавати нічого не лишилося.")
  static let columnPush = Phrase("What", "Що")
  static let columnKind = Phrase("Kind", "Вид")
  static let columnQueued = Phrase("Since", "Відколи")
  static let columnPushState = Phrase("State", "Стан")
  static let pushContact = Phrase("contact", "контакт")
  static let pushOrganization = Phrase("organization", "організація")
  static let pushWaits = Phrase("waiting", "чекає")
  static let doRetryPush = Phrase("try again", "ще раз")
  static let doRetryAllPushes = Phrase("try all again", "усі ще раз")
  static let doDropPush = Phrase("drop", "прибрати")
  static let whyPushWaits = Phrase(
    "It was not refused: it waits for its turn.", "У цьому не відмовлено: воно чекає черги.")
  static let whyNoneRefused = Phrase("Nothing was refused.", "Ні в чому не відмовлено.")
  static let pushRetried = Phrase("It is tried again.", "Буде спроба ще раз.")
  static let pushDropped = Phrase(
    "Dropped: the provider keeps what it has.", "Прибрано: у провайдера лишилося, що було.")
  static let pushesRefused = Phrase(
    "Pushes that the provider refused: {}. :outbox says why.",
    "Передачі, в яких провайдер відмовив: {}. Чому, каже :outbox.")
  static let nextTry = Phrase("Next try {}.", "Наступна спроба {}.")
  static let clockIsWrong = Phrase(
    "This machine's clock is {} minutes off the provider's.",
    "Годинник цієї машини розходиться з провайдером на {} хв.")
  static let integrationNotReady = Phrase(
    "{} is off, or has no project id or auth key.", "{}: вимкнено, або немає ID проєкту чи ключа.")
  static let completeUntil = Phrase(
    "{}: all calls until {} are here.", "{}: усі дзвінки до {} є тут.")

  // Calling.
  static let doCallNumber = Phrase("call the number", "зателефонувати")
  static let doCallYes = Phrase("call", "телефонувати")
  static let doCallNo = Phrase("no", "ні")
  static let helpCallQuestion = Phrase("Calling a number", "Телефонувати")
  static let callTitle = Phrase("Call this number?", "Зателефонувати?")
  static let callRingsFirst = Phrase(
    "{} rings first, then the client.", "Спершу задзвонить {}, потім клієнт.")
  static let askingToCall = Phrase(
    "Asking the provider to call {} …", "Провайдера попрошено телефонувати {} …")
  static let callingBack = Phrase(
    "The provider rings {} now, and then {}.", "Провайдер дзвонить на {}, а потім на {}.")
  static let sayWhoFirst = Phrase(
    "Which telephone is yours? Type its number or SIP login.",
    "Який телефон ваш? Введіть номер або SIP-логін.")
  static let argumentMe = Phrase("NUMBER|LOGIN", "НОМЕР|ЛОГІН")
  static let doSayWho = Phrase(
    "say which telephone is yours", "сказати, який телефон ваш")
  static let youAre = Phrase("Your telephone: {}", "Ваш телефон: {}")
  static let noSuchLine = Phrase(
    "That is neither a number nor a SIP login.", "Це не номер і не SIP-логін.")

  // Who is free.
  static let doPresence = Phrase("colleagues", "колеги")
  static let presenceTitle = Phrase("Colleagues", "Колеги")
  static let presenceFree = Phrase("free", "вільно")
  static let presenceTalking = Phrase("talking", "розмовляє")
  static let presenceAway = Phrase("away", "відсутній")
  static let presenceOffline = Phrase("offline", "не на зв’язку")
  static let nobodyOnline = Phrase("Nobody is online.", "На зв’язку нікого.")

  // Links.
  static let linkWaits = Phrase(
    "A link wants to show a client: finish this first, then open it again.",
    "Посилання хоче показати клієнта: спершу закінчіть це й відкрийте його ще раз.")
  static let linkNoOrder = Phrase("There is no order {}.", "Замовлення {} немає.")
}
