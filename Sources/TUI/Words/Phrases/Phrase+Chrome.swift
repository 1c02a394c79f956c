/// What stands around every screen.
extension Phrase {
  // Screens, whole and as short as 80 columns want them.
  static let callLog = Phrase("Call Log", "Дзвінки")
  static let contacts = Phrase("Contacts", "Контакти")
  static let orders = Phrase("Orders", "Замовлення")
  static let callBack = Phrase("Call back", "Передзвонити")
  static let statistics = Phrase("Statistics", "Статистика")
  static let settings = Phrase("Settings", "Налаштування")
  static let callLogShort = Phrase("Log", "Дзвінки")
  static let contactsShort = Phrase("Contacts", "Контакти")
  static let ordersShort = Phrase("Orders", "Замовл.")
  static let callBackShort = Phrase("Back", "Перед.")
  static let statisticsShort = Phrase("Stats", "Стат.")
  static let settingsShort = Phrase("Set", "Налашт.")

  // The listener, in the header and in the message line.
  static let listenerOff = Phrase("off", "вимк.")
  static let listenerOther = Phrase("{} ({}) listens at {}", "{} ({}) слухає на {}")
  static let listenerWaiting = Phrase(
    "{} is taken by another program; trying again", "{} зайнято іншою програмою; пробуємо знову")
  static let listenerFailed = Phrase("failed", "збій")
  static let openedToOthers = Phrase(
    "No TLS: other machines reach {}, unencrypted.",
    "Без TLS: {} доступний з інших машин, без шифрування.")

  // Deliveries that the store cannot take.
  static let spoolKeeping = Phrase("Calls are kept in a file: {}.", "Дзвінки пишуться у файл: {}.")
  static let spoolRefusing = Phrase(
    "Calls are refused, the file fails too: {}.", "Дзвінки відхилено, файл теж не пишеться: {}.")
  static let spoolTakenIn = Phrase(
    "The calls that were kept in a file are in the log now.",
    "Дзвінки, записані у файл, уже в журналі.")
  static let spoolHeld = Phrase("{} holds the store", "сховище тримає {}")
  static let spoolFull = Phrase("the disk is full", "диск заповнено")
  static let spoolReadOnly = Phrase("the store cannot be written", "сховище не можна змінювати")
  static let spoolNewer = Phrase(
    "restart for the newer Carbook", "перезапустіть для новішого Carbook")
  static let spoolElsewhere = Phrase(
    "the console that listens says why", "причина на консолі, що приймає")
  static let spoolGone = Phrase("the store's file is gone", "файл сховища зник")

  // Figures.
  static let today = Phrase("today {}", "сьогодні {}")
  static let answeredToday = Phrase("answered {}", "відповіли {}")
  static let missedToday = Phrase("missed {}", "пропущено {}")
  static let toCallBack = Phrase("to call back {}", "передзвонити {}")
  static let newRows = Phrase("+{} new", "+{} нових")
  static let live = Phrase("LIVE", "НАЖИВО")
}
