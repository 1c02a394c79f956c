/// Searching, filtering, jumping and the command line.
extension Phrase {
  static let savedFilters = Phrase("Saved filters", "Збережені фільтри")
  static let commandLine = Phrase("Command", "Команда")
  static let helpFind = Phrase("While searching the log", "Під час пошуку в журналі")
  static let helpLine = Phrase("In a line that is typed", "У рядку введення")

  // What keys and commands do.
  static let doCommandLine = Phrase("command line", "командний рядок")
  static let doFilterLine = Phrase("filter", "фільтр")
  static let doJump = Phrase("go to a date", "перейти до дати")
  static let doSort = Phrase("sort", "сортувати")
  static let doClearFilter = Phrase("all calls", "усі дзвінки")
  static let doEndSearch = Phrase("end the search", "завершити пошук")
  static let doEnter = Phrase("do it", "виконати")
  static let doComplete = Phrase("complete", "доповнити")
  static let doCompleteBack = Phrase("word before", "попереднє слово")
  static let doRecall = Phrase("earlier", "раніше")
  static let doRecallLater = Phrase("later", "пізніше")
  static let doApplySaved = Phrase("apply", "застосувати")
  static let doSaveFilter = Phrase("save present", "зберегти цей")
  static let doDeleteSaved = Phrase("delete", "видалити")

  // What a line is to say.
  static let commandExamples = Phrase(
    "filter missed today · goto 3 nov · sort talk · contacts · quit",
    "filter пропущені сьогодні · goto 3 лис · sort talk · contacts · quit")
  static let argumentFilter = Phrase(
    "missed today from:067 source:google talk>60 olena",
    "пропущені сьогодні від:067 джерело:google розмова>60 олена")
  static let argumentName = Phrase("a name", "назва")
  static let argumentDate = Phrase(
    "2026-11-03, 3.11, 3 nov, yesterday, 14:30", "2026-11-03, 3.11, 3 лис, вчора, 14:30")
  static let argumentSort = Phrase(
    "date, wait, talk, customer, status; with “up” the least first",
    "date, wait, talk, customer, status; з «up» — від найменшого")

  // Why a line is not obeyed.
  static let noSuchCommand = Phrase(
    "There is no command “{}”; the nearest is “{}”.", "Команди «{}» немає; найближча — «{}».")
  static let noSuchFilter = Phrase("No filter has that name.", "Фільтра з такою назвою немає.")
  static let noSuchDate = Phrase("That is no date or time.", "Це не дата і не час.")
  static let noSuchSort = Phrase("The log is not sorted by that.", "Журнал так не сортується.")
  static let unknownKey = Phrase("“{}” is no key of a filter.", "«{}» — не ключ фільтра.")
  static let unknownKeyNearest = Phrase(
    "“{}” is no key of a filter; “{}:” is.", "«{}» — не ключ фільтра; є «{}:».")
  static let missingValue = Phrase("“{}” needs a value.", "«{}» потребує значення.")
  static let repeatedWord = Phrase("“{}” is said twice.", "«{}» сказано двічі.")
  static let badWords = Phrase("“{}” must be one of: {}.", "«{}» має бути одним із: {}.")
  static let badSeconds = Phrase(
    "“{}” must be seconds, as talk>60.", "«{}» має бути в секундах, як розмова>60.")
  static let badDays = Phrase("“{}” must be a number of days.", "«{}» має бути кількістю днів.")
  static let badMonth = Phrase(
    "“{}” must be a month, as 2026-10.", "«{}» має бути місяцем, як 2026-10.")
  static let badDates = Phrase(
    "“{}” must be a day, as 2026-10-31, or two with “..”.",
    "«{}» має бути днем, як 2026-10-31, або двома з «..».")
  static let badDigits = Phrase("“{}” must have a digit.", "«{}» має містити цифру.")
  static let badText = Phrase("“{}” cannot stand there.", "«{}» тут не може стояти.")

  // Filters that are kept.
  static let noSavedFilters = Phrase(
    "No filter is saved yet.", "Збережених фільтрів ще немає.")
  static let noFilterOnKey = Phrase("No filter is saved on {}.", "На {} фільтра не збережено.")
  static let filterNeedsName = Phrase("The filter needs a name.", "Фільтру потрібна назва.")
  static let filterSaved = Phrase("Filter saved: {}", "Фільтр збережено: {}")
  static let filterDeleted = Phrase("Filter deleted: {}", "Фільтр видалено: {}")
  static let whyNoFilter = Phrase("All calls are shown.", "Показано всі дзвінки.")

  static let whyEmptyLog = Phrase("There are no calls yet.", "Дзвінків ще немає.")

  // What is in force.
  static let nothingFound = Phrase("No calls are like that.", "Таких дзвінків немає.")
  static let filterNotCalledBack = Phrase("not called back", "не передзвонили")
  static let filterNew = Phrase("new clients", "нові клієнти")
  static let filterDays = Phrase("{} days", "{} дн.")
  static let filterThisMonth = Phrase("this month", "цей місяць")
  static let filterSince = Phrase("from {}", "з {}")
  static let filterUntil = Phrase("until {}", "до {}")
  static let filterRecorded = Phrase("recorded", "із записом")
  static let filterNotRecorded = Phrase("not recorded", "без запису")
  static let filterAlso = Phrase("{} or {}", "{} чи {}")
  static let sortedBy = Phrase("by {}", "за: {}")

  // Where a jump went.
  static let noCallBefore = Phrase(
    "There is no earlier call: the oldest is of {}.",
    "Раніших дзвінків немає: найдавніший — {}.")
  static let noCallOnDay = Phrase(
    "No call then: the one before is of {}.", "Тоді дзвінків не було: попередній — {}.")
}
