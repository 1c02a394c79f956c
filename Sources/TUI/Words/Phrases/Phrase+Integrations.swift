/// The settings of integrations.
extension Phrase {
  // Pages of the settings.
  static let pageIntegrations = Phrase("Integrations", "Інтеграції")
  static let doNextPage = Phrase("next page", "наступна сторінка")
  static let doPreviousPage = Phrase("previous page", "попередня сторінка")
  static let whyOnlyPage = Phrase("There is no other page.", "Іншої сторінки немає.")

  // Fields.
  static let fieldConnection = Phrase("Type", "Тип")
  static let fieldAPI = Phrase("Telephony API", "API телефонії")
  static let fieldAvailable = Phrase("Available", "Доступна")
  static let fieldProject = Phrase("Ringostat Project id", "Ringostat Project id")
  static let fieldAuthKey = Phrase("Ringostat Auth-key", "Ringostat Auth-key")
  static let fieldBaseURL = Phrase("API base URL", "Адреса API")
  static let fieldZone = Phrase("Project's time zone", "Часовий пояс проєкту")
  static let fieldOwnNumbers = Phrase("Our numbers", "Наші номери")
  static let fieldSIPLogins = Phrase("SIP logins", "SIP-логіни")
  static let fieldPublicURL = Phrase("Public base URL", "Публічна адреса")
  static let fieldNewNumbers = Phrase("New numbers", "Нові номери")
  static let fieldAnnouncement = Phrase("Tell the phone", "Сповіщати телефон")
  static let fieldContactLink = Phrase("Contact's page", "Сторінка контакту")
  static let fieldLeadLink = Phrase("Lead's page", "Сторінка ліда")
  static let fieldDealLink = Phrase("Order's page", "Сторінка замовлення")

  static let integrationInUse = Phrase(
    "Calls or deliveries came by it: it can be switched off, not removed.",
    "Через неї надходили дзвінки: її можна лише вимкнути.")

  // What is wrong with them.
  static let problemNoIntegrationName = Phrase("It needs a name.", "Потрібна назва.")
  static let problemProjectDigits = Phrase(
    "A project id is digits only: copy it from the provider's App Marketplace.",
    "Project id — лише цифри: скопіюйте його з App Marketplace провайдера.")
  static let problemAuthKey = Phrase(
    "This is not an auth key: it has blanks, line ends or other letters inside.",
    "Це не ключ: усередині пробіли, кінці рядків або інші літери.")
  static let problemAddress = Phrase(
    "This wants an address like https://host/path, without user, ? and #.",
    "Потрібна адреса на зразок https://host/path, без користувача, ? і #.")
  static let problemNotEncrypted = Phrase(
    "The key would travel in the clear: https://, or http:// to this machine only.",
    "Ключ ішов би незахищено: https://, або http:// лише до цього компʼютера.")
  static let problemZone = Phrase(
    "The system knows no such time zone; it wants a name like Europe/Kyiv.",
    "Система не знає такого поясу; потрібна назва на зразок Europe/Kyiv.")
  static let problemOwnNumber = Phrase(
    "This is not a number that can be dialled from outside.",
    "Це не номер, який можна набрати ззовні.")
  static let problemStandsTwice = Phrase("This stands here twice.", "Це записано двічі.")
  static let problemLogin = Phrase(
    "This is not a SIP login: it has blanks, other letters or signs like < inside.",
    "Це не SIP-логін: усередині пробіли, інші літери або знаки на зразок <.")
  static let problemNumberAmongLogins = Phrase(
    "This is a number: it belongs among our numbers.", "Це номер: йому місце серед наших номерів.")
  static let problemTemplate = Phrase(
    "This wants a link, with {id} and {number} where they are to be filled in.",
    "Потрібне посилання з {id} та {number} там, де їх підставити.")
}
