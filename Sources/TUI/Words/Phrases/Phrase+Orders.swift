/// Orders and their repair statuses.
extension Phrase {
  static let deleteOrderTitle = Phrase("Delete this order?", "Видалити це замовлення?")
  static let deleteNoOrderCalls = Phrase("No call is about it.", "Дзвінків про нього немає.")
  static let deleteOrderCalls = Phrase(
    "{} about it: kept; the rule finds another order or none.",
    "{} про нього: лишиться; правило знайде інше замовлення.")
  static let orderDeleted = Phrase(
    "Deleted: order {}; {undo} undoes", "Видалено: замовлення {}; {undo} — скасувати")
  static let orderNumber = Phrase("next order's number", "номер наступного замовлення")
  static let argumentOrderNumber = Phrase(
    "an example such as A-10232; nothing: as the newest order's",
    "зразок, як-от A-10232; порожньо: як у найновішого")
  static let badOrderNumber = Phrase(
    "An example has a digit and at most {} characters: A-10232.",
    "Зразок має цифру і не більше ніж {} символів: A-10232.")
  static let orderNumberSet = Phrase(
    "Orders are numbered like {}.", "Замовлення нумеруються як {}.")
  static let orderNumberFree = Phrase(
    "Orders are numbered on from the newest one.",
    "Замовлення нумеруються далі від найновішого.")
  static let allOrders = Phrase("All orders", "Усі замовлення")
  static let openOrders = Phrase("Open orders", "Відкриті замовлення")
  static let statusFilterTitle = Phrase("Show orders", "Показати замовлення")
  static let statusChangeTitle = Phrase("Status of {}", "Статус {}")
  static let statusReplaceTitle = Phrase(
    "Orders in “{}” become", "Замовлення «{}» переходять у")
  static let noSuchOrder = Phrase("No such order.", "Такого замовлення немає.")
  static let statusSet = Phrase("{}: {}", "{}: {}")
  static let orderSaved = Phrase("Order saved: {}", "Замовлення збережено: {}")
  static let numberIsTaken = Phrase(
    "Another order has the number {}.", "Номер {} вже має інше замовлення.")
  static let statusInUse = Phrase(
    "Orders in this status: {}. Say where they go.", "Замовлень у цьому статусі: {}. Куди їх?")

  // The card.
  static let callsSince = Phrase("Calls since it was opened", "Дзвінки після відкриття")
  static let noCallsSince = Phrase(
    "No calls since it was opened.", "Після відкриття дзвінків не було.")
  static let helpOrder = Phrase("In an order's card", "У картці замовлення")
  static let doOpenCall = Phrase("open call", "відкрити дзвінок")
  static let doNextTabOfOrder = Phrase("calls, history", "дзвінки, історія")

  // The form.
  static let newOrder = Phrase("New order", "Нове замовлення")
  static let editOrder = Phrase("Order", "Замовлення")
  static let pickerOrder = Phrase("Whose order is it?", "Чиє це замовлення?")
  static let fieldOrderNumber = Phrase("Order number", "Номер")
  static let fieldClient = Phrase("Client", "Клієнт")
  static let fieldMake = Phrase("Make", "Марка")
  static let fieldModel = Phrase("Model", "Модель")
  static let fieldYear = Phrase("Year", "Рік")
  static let fieldPlate = Phrase("Plate", "Держ. №")
  static let fieldVIN = Phrase("VIN", "VIN")
  static let fieldWork = Phrase("Comment", "Коментар")
  static let clientHasOpenOrder = Phrase(
    "This client has an open order: {}, {}.", "Клієнт має відкрите замовлення: {}, {}.")
  static let problemNoNumber = Phrase("An order needs a number.", "Замовленню потрібен номер.")
  static let problemNoClient = Phrase(
    "Choose one of the contacts.", "Виберіть контакт зі списку.")
  static let problemNoStatus = Phrase("Choose a status.", "Виберіть статус.")
  static let problemNotAYear = Phrase("A year has four digits.", "Рік — це чотири цифри.")
  static let problemYear = Phrase("From {} to {}.", "Від {} до {}.")
  static let problemVINLength = Phrase(
    "A VIN has 17 characters, this one {}.", "VIN має 17 символів, тут {}.")
  static let problemVINCharacter = Phrase(
    "A VIN has no “{}” (I, O and Q are not used).", "У VIN не буває «{}» (I, O, Q не вживають).")
  static let problemVINCheck = Phrase(
    "The check digit does not fit: something is mistyped.",
    "Контрольна цифра не сходиться: є помилка.")
  static let problemNoTime = Phrase(
    "Write it as 2026-11-18 09:00 or 18.11.2026 09:00.",
    "Пишіть так: 2026-11-18 09:00 або 18.11.2026 09:00.")
  static let problemClosedTooEarly = Phrase(
    "It cannot be closed before it is opened.", "Закриття не може бути раніше за відкриття.")
  static let problemStillOpen = Phrase(
    "An order in this status is open: leave this empty.",
    "У цьому статусі замовлення відкрите: залиште порожнім.")

  // The list of statuses.
  static let repairStatuses = Phrase("Repair statuses", "Статуси ремонту")
  static let newStatus = Phrase("New status", "Новий статус")
  static let editStatus = Phrase("Repair status", "Статус ремонту")
  static let fieldEnglishName = Phrase("English name", "Назва англійською")
  static let fieldUkrainianName = Phrase("Ukrainian name", "Назва українською")
  static let fieldTone = Phrase("Colour", "Колір")
  static let fieldEnd = Phrase("Orders", "Замовлення")
  static let endsOrder = Phrase("closes", "закриває")
  static let endsNothing = Phrase("stays open", "лишає відкритим")
  static let toneNew = Phrase("new", "нове")
  static let toneProgress = Phrase("in work", "у роботі")
  static let toneWaiting = Phrase("waiting", "чекає")
  static let toneReady = Phrase("ready", "готове")
  static let toneClosed = Phrase("closed", "закрите")
  static let toneCancelled = Phrase("cancelled", "скасоване")
  static let problemNoStatusName = Phrase("A status needs a name.", "Статусу потрібна назва.")
  static let problemStatusTaken = Phrase(
    "Another status is called so.", "Так називається інший статус.")
  static let helpStatusEditor = Phrase("In the list of statuses", "У списку статусів")
  static let doAddStatus = Phrase("add", "додати")
  static let doNextTone = Phrase("colour", "колір")
  static let doStatusUp = Phrase("up", "вище")
  static let doStatusDown = Phrase("down", "нижче")
  static let doRemove = Phrase("remove", "вилучити")
  static let whyLastStatus = Phrase(
    "It is the last one that opens, or closes, an order.",
    "Це останній статус, що відкриває чи закриває замовлення.")

  static let doChangeStatus = Phrase("repair status", "статус ремонту")
  static let doNewOrder = Phrase("new order", "нове замовлення")
  static let doFilterStatus = Phrase("filter", "фільтр")
  static let doAllOrders = Phrase("all orders", "усі замовлення")
  static let doEditStatuses = Phrase("edit statuses", "змінити статуси")
  static let helpStatusMenu = Phrase("When choosing a status", "Під час вибору статусу")
  static let whyNoClient = Phrase(
    "There is no contact to make an order for.", "Немає контакту, для якого створити замовлення.")
  static let whyAllOrders = Phrase("All orders are shown.", "Показано всі замовлення.")
}
