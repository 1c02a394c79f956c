/// The Statistics screen.
extension Phrase {
  static let counting = Phrase("counting…", "рахуємо…")
  static let noCallsInPeriod = Phrase(
    "There were no calls in these days.", "За ці дні дзвінків не було.")
  static let noCallsAtAll = Phrase(
    "No call has come in yet: figures are made of calls.",
    "Дзвінків ще не було: статистика складається з них.")
  static let noMissedInPeriod = Phrase("No call was missed.", "Пропущених дзвінків немає.")
  static let noRepeatCallers = Phrase("Nobody called twice.", "Ніхто не дзвонив двічі.")

  // Sections, and their names among tabs.
  static let sectionCallsByHour = Phrase("Calls by the hour", "Дзвінки за годинами")
  static let sectionCallsByDay = Phrase("Calls a day", "Дзвінки за днями")
  static let sectionCallsByWeek = Phrase("Calls a week", "Дзвінки за тижнями")
  static let sectionCallsByMonth = Phrase("Calls a month", "Дзвінки за місяцями")
  static let sectionHours = Phrase("Missed by the hour", "Пропущені за годинами")
  static let sectionWeeks = Phrase("Missed rate by week", "Частка пропущених за тижнями")
  static let sectionWaits = Phrase("How long clients waited", "Скільки чекали клієнти")
  static let sectionSources = Phrase("By source", "За джерелами")
  static let sectionEmployees = Phrase("By employee", "За співробітниками")
  static let sectionCallers = Phrase("Who called again", "Хто дзвонив ще раз")
  static let tabDays = Phrase("Calls", "Дзвінки")
  static let tabHours = Phrase("Hours", "Години")
  static let tabWeeks = Phrase("Weeks", "Тижні")
  static let tabWaits = Phrase("Waits", "Очікування")
  static let tabSources = Phrase("Sources", "Джерела")
  static let tabEmployees = Phrase("Employees", "Працівники")
  static let tabCallers = Phrase("Callers", "Повторні")

  // What the figures say.
  static let weekShort = Phrase("W{}", "т.{}")
  static let waitUnknown = Phrase("not known", "невідомо")
  static let waitUnder = Phrase("under {}", "до {}")
  static let waitAndMore = Phrase("{} and more", "{} і довше")
  static let noSource = Phrase("no source", "без джерела")
  static let noEmployee = Phrase("nobody", "ні з ким")
  static let cellNote = Phrase(
    "{} {}:00–{}:00: missed {} ({} of all missed)",
    "{} {}:00–{}:00: пропущено {} ({} усіх пропущених)")
  static let mostMissed = Phrase("Most: {}", "Найбільше: {}")
  static let trendUp = Phrase(
    "The trend goes up by {} points a week.", "Тренд росте на {} пункта за тиждень.")
  static let trendDown = Phrase(
    "The trend goes down by {} points a week.", "Тренд спадає на {} пункта за тиждень.")
  static let trendLevel = Phrase("The trend is level.", "Тренд рівний.")
  static let noTrend = Phrase(
    "A trend takes three weeks with calls.", "Для тренду потрібні три тижні з дзвінками.")
  static let waitOneNote = Phrase(
    "Nine of ten waited {}.", "Дев'ять із десяти чекали {}.")
  static let waitNote = Phrase(
    "Half waited {}, nine of ten {}.", "Половина чекала {}, дев'ять із десяти {}.")
  static let callersNote = Phrase(
    "{} of {} callers called again: {}.",
    "{} із {} клієнтів дзвонили ще раз: {}.")
  static let ofBoth = Phrase("of", "із")
  static let numbersTitle = Phrase("answered · missed · all", "відповіли · пропущено · усі")
  static let shareShort = Phrase("missed %", "проп. %")

  // Periods.
  static let lastDays = Phrase("Last {}", "Останні {}")
  static let periodToday = Phrase("Today", "Сьогодні")
  static let periodYesterday = Phrase("Yesterday", "Вчора")
  static let periodThisMonth = Phrase("This month", "Цей місяць")
  static let periodLastMonth = Phrase("Last month", "Минулий місяць")
  static let periodThisYear = Phrase("This year", "Цей рік")
  static let periodLastYear = Phrase("Last year", "Минулий рік")
  static let periodWeek = Phrase("7 days", "7 днів")
  static let periodThirtyDays = Phrase("30 days", "30 днів")
  static let periodTyped = Phrase("from–to …", "від–до …")
  static let periodTitle = Phrase("Which days", "Які дні")
  static let helpPeriodMenu = Phrase("When choosing the days", "Під час вибору днів")
  static let argumentPeriod = Phrase(
    "2026-11-01..2026-11-15, 1.11..15.11, month, last-year, 2026-03, 90",
    "2026-11-01..2026-11-15, 1.11..15.11, month, last-year, 2026-03, 90")
  static let noSuchPeriod = Phrase(
    "These are no days: as 1.11..15.11, month, 2026-03 or 90.",
    "Це не дні: як 1.11..15.11, month, 2026-03 або 90.")

  // Keys.
  static let doPeriod = Phrase("days", "дні")
  static let doEarlierPeriod = Phrase("earlier", "раніше")
  static let doLaterPeriod = Phrase("later", "пізніше")
  static let doNextFigures = Phrase("next figures", "інші цифри")
  static let doPreviousFigures = Phrase("previous figures", "попередні цифри")
  static let doFiguresLeft = Phrase("an hour earlier", "на годину раніше")
  static let doFiguresRight = Phrase("an hour later", "на годину пізніше")
  static let doOpenFigures = Phrase("these calls", "ці дзвінки")
  static let whyNoLaterPeriod = Phrase("Later days have no calls yet.", "Пізніших днів ще не було.")
  static let whyNoEarlierPeriod = Phrase(
    "There are no days before that.", "Раніших днів немає.")
  static let whyNoHourFilter = Phrase(
    "The log's filter knows no hours.", "Фільтр журналу не знає годин.")
  static let whyOnlyHours = Phrase(
    "Only the hours of the week go left and right.", "Ліворуч і праворуч ідуть лише години.")
  static let whyNotSaid = Phrase(
    "The log's filter cannot say that.", "Фільтр журналу такого не вміє.")
  static let alsoOthers = Phrase(
    "Names that contain this one are in the log too.", "У журналі й назви, що містять цю.")
}
