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

  static let fieldIntegrationName = Phrase("Name", "Назва")
  static let newIntegration = Phrase("New integration", "Нова інтеграція")
  static let changeIntegration = Phrase("Change an integration", "Змінити інтеграцію")
  static let switchedOn = Phrase("on", "увімкнено")
  static let switchedOff = Phrase("off", "вимкнено")
  static let newNumbersAsk = Phrase("ask: “New client on Carbook”", "питати: «Новий клієнт»")
  static let newNumbersCreate = Phrase(
    "create an unnamed contact", "створювати контакт без імені")
  static let noticeAvailable = Phrase(
    "Off: deliveries are kept and make no calls.", "Вимкнено: події зберігаються без дзвінків.")
  static let noticeProject = Phrase(
    "From the provider's App Marketplace: digits.", "З App Marketplace провайдера: цифри.")
  static let noticeAuthKey = Phrase(
    "Never shown, and not kept in an unfinished form.",
    "Ніколи не показується; у незавершеній формі не зберігається.")
  static let noticeZone = Phrase(
    "In which the provider writes its dates.", "У якому провайдер пише дати.")
  static let noticeOwnNumbers = Phrase(
    "The shop's numbers, in any spelling: they are never a client.",
    "Номери СТО, як завгодно записані: вони не є клієнтами.")
  static let noticeSIPLogins = Phrase(
    "The employees' logins at the provider.", "Логіни працівників у провайдера.")
  static let noticePublicURL = Phrase(
    "Where the provider reaches this listener: the proxy's address.",
    "Де провайдер бачить цей слухач: адреса проксі.")
  static let noticeNewNumbers = Phrase(
    "What a call from an unknown number does.", "Що робить дзвінок із невідомого номера.")
  static let noticeAnnouncement = Phrase(
    "Whether the provider's phone shows “New client on Carbook”.",
    "Чи показує телефон провайдера «Новий клієнт».")
  static let noticeTemplate = Phrase(
    "Of another CRM, with {id} and {number}; empty: Carbook's own.",
    "Іншої CRM, з {id} та {number}; порожньо: Carbook.")
  static let secretNotKept = Phrase(
    "The auth key was not saved, and is not kept.", "Ключ не збережено.")

  // The page.
  static let notSet = Phrase("not set", "не вказано")
  static let noPublicURL = Phrase(
    "not set: the links lead to the listener", "не вказано: посилання ведуть до слухача")
  static let oldTokenUntil = Phrase(
    "The old links work until {}.", "Старі посилання діють до: {}.")
  static let headerOff = Phrase("off", "вимк.")
  static let integrationsOff = Phrase(
    "{} is off: deliveries are kept and make no calls (6).",
    "{}: вимкнено, події зберігаються без дзвінків (6).")
  static let doNewIntegration = Phrase("new", "нова")
  static let doCopyLink = Phrase("copy", "копіювати")
  static let doCopyAuthKey = Phrase("copy the auth key", "копіювати ключ")
  static let doTest = Phrase("test", "перевірити")
  static let doRotate = Phrase("new links", "нові посилання")
  static let doSwitch = Phrase("on or off", "увімк./вимк.")
  static let whyNoIntegration = Phrase("There is no integration.", "Інтеграції немає.")
  static let whyNoLink = Phrase(
    "This is no link: go down to one.", "Це не посилання: перейдіть нижче.")
  static let whyNoAuthKey = Phrase("No auth key is set.", "Ключ не вказано.")

  // New links, and none.
  static let rotateTitle = Phrase("Old links go on working", "Старі посилання діють ще")
  static let graceNone = Phrase("not a moment longer", "ані хвилини")
  static let graceHour = Phrase("an hour", "годину")
  static let graceDay = Phrase("a day", "добу")
  static let graceWeek = Phrase("a week", "тиждень")
  static let helpRotateMenu = Phrase("New webhook links", "Нові посилання")
  static let removeTitle = Phrase("Remove the integration?", "Видалити інтеграцію?")
  static let doRemoveIntegration = Phrase("remove it with its links", "видалити з посиланнями")
  static let helpRemoveMenu = Phrase("Removing an integration", "Видалення інтеграції")

  // What became of it.
  static let integrationMade = Phrase(
    "Saved: {}. Copy its links to the provider.", "Збережено: {}. Скопіюйте посилання провайдеру.")
  static let integrationSaved = Phrase("Saved: {}.", "Збережено: {}.")
  static let zoneChanged = Phrase(
    "Saved. Kept deliveries are read in the new zone by “carbook replay”.",
    "Збережено. Події в новому поясі перечитає «carbook replay».")
  static let integrationSwitchedOn = Phrase("Switched on.", "Увімкнено.")
  static let integrationSwitchedOff = Phrase(
    "Switched off: deliveries are kept and make no calls.",
    "Вимкнено: події зберігаються без дзвінків.")
  static let tokenRotated = Phrase(
    "The links are new; the old ones work until {}.", "Посилання нові; старі діють до: {}.")
  static let tokenReplaced = Phrase(
    "The links are new; the old ones work no more.", "Посилання нові; старі вже не діють.")
  static let integrationRemoved = Phrase("The integration is removed.", "Інтеграцію видалено.")

  // A sample delivery.
  static let sampleTest = Phrase("Test {}: {}", "Перевірка {}: {}")
  static let sampleSending = Phrase("Testing…", "Перевіряємо…")
  static let sampleJournaled = Phrase(
    "The listener at {} took the sample in {} ms and made no call of it.",
    "Слухач на {} прийняв зразок за {} мс; дзвінка не зроблено.")
  static let sampleKept = Phrase(
    "{} took the sample and keeps it beside the store, which is busy.",
    "{}: зразок прийнято й тримається поруч зі сховищем, бо воно зайняте.")
  static let sampleNobody = Phrase(
    "Nobody listens for this store: start carbook or carbook listen.",
    "Ніхто не слухає для цього сховища: запустіть carbook або carbook listen.")
  static let sampleUnreachable = Phrase(
    "Nobody accepts connections at {}.", "На {} ніхто не приймає зʼєднань.")
  static let sampleTimedOut = Phrase(
    "The listener at {} did not answer in time.", "Слухач на {} не відповів вчасно.")
  static let sampleNotHTTP = Phrase(
    "What listens at {} does not answer in HTTP.", "Те, що слухає на {}, відповідає не HTTP.")
  static let sampleUnknown = Phrase(
    "The listener at {} does not know the link, or takes nothing from this machine (--allow).",
    "Слухач на {} не знає посилання або не приймає від цього компʼютера (--allow).")
  static let sampleRefused = Phrase(
    "The listener at {} answered {} instead of 200.", "Слухач на {} відповів {} замість 200.")
  static let keptSample = Phrase("a test: made no call", "перевірка: без дзвінка")

  // What is wrong with them.
  static let problemNoIntegrationName = Phrase("It needs a name.", "Потрібна назва.")
  static let problemProjectDigits = Phrase(
    "A project id is digits only: see the provider's App Marketplace.",
    "Project id — лише цифри: див. App Marketplace провайдера.")
  static let problemAuthKey = Phrase(
    "This is not an auth key: blanks or other letters are inside.",
    "Це не ключ: усередині пробіли або інші літери.")
  static let problemAddress = Phrase(
    "This wants an address like https://host/path, no user, no “?”.",
    "Потрібна адреса на зразок https://host/path, без ? і #.")
  static let problemNotEncrypted = Phrase(
    "The key would travel in the clear: it has to be https://.",
    "Ключ ішов би незахищено: потрібно https://.")
  static let problemZone = Phrase(
    "The system knows no such zone; it wants a name like Europe/Kyiv.",
    "Система не знає такого поясу; приклад: Europe/Kyiv.")
  static let problemOwnNumber = Phrase(
    "This is not a number that can be dialled from outside.",
    "Це не номер, який можна набрати ззовні.")
  static let problemStandsTwice = Phrase("This stands here twice.", "Це записано двічі.")
  static let problemLogin = Phrase(
    "This is not a SIP login: blanks or other letters are inside.",
    "Це не SIP-логін: усередині пробіли або інші літери.")
  static let problemNumberAmongLogins = Phrase(
    "This is a number: it belongs among our numbers.", "Це номер: йому місце серед наших номерів.")
  static let problemTemplate = Phrase(
    "This wants a link, with {id} and {number} to be filled in.",
    "Потрібне посилання з {id} та {number} для підстановки.")
}
