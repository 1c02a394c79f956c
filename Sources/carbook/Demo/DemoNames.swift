/// Names that sound right in Kyiv; none is meant for a person who lives.
enum DemoNames {
  struct Person: Equatable, Sendable {
    /// `Іваненко Олена`, `Emma Wilson`
    let name: String
    /// In Latin letters, as it stands in an e-mail address: `olena.ivanenko`.
    let login: String
  }

  static func ukrainian(_ random: inout SplitMix64) -> Person {
    let surname = random.pick(surnames)
    let isWoman = random.chance(0.42)
    let given = random.pick(isWoman ? women : men)
    return Person(
      name: "\(surname[isWoman ? 1 : 0]) \(given[0])",
      login: "\(given[1]).\((isWoman ? surname.last : nil) ?? surname[2])")
  }

  static func english(_ random: inout SplitMix64) -> Person {
    western(random.pick(englishGiven), random.pick(englishSurnames))
  }

  static func polish(_ random: inout SplitMix64) -> Person {
    let person = random.pick(polishPeople)
    return Person(name: "\(person[0]) \(person[1])", login: person[2])
  }

  static func company(_ random: inout SplitMix64) -> String {
    let word = random.pick(companyWords)[0]
    return switch random.below(10) {
    case 0..<6: "ТОВ «\(word)»"
    case 6..<9: "ФОП \(random.pick(surnames)[0])"
    default: random.pick(foreignCompanies)[0]
    }
  }

  private static func western(_ given: [String], _ surname: [String]) -> Person {
    Person(
      name: "\(given[0]) \(surname[0])",
      login: "\(given[0]).\(surname[0])".lowercased().filter { $0 != "'" })
  }

  /// Rows of columns; a tilde stands for a blank inside a column.
  private static func table(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
      line.split(separator: " ").map { column in
        String(column.map { $0 == "~" ? " " : $0 })
      }
    }
  }

  private static func list(_ text: String) -> [[String]] {
    table(text.split { $0.isWhitespace }.joined(separator: "\n"))
  }

  /// His, hers, Latin, hers in Latin where it differs (Resolution 55 of the Cabinet of Ministers, 2010).
  private static let surnames = table(
    """
    Шевченко Шевченко shevchenko
    Іваненко Іваненко ivanenko
    Коваленко Коваленко kovalenko
    Бондаренко Бондаренко bondarenko
    Ткаченко Ткаченко tkachenko
    Кравченко Кравченко kravchenko
    Петренко Петренко petrenko
    Лисенко Лисенко lysenko
    Савченко Савченко savchenko
    Руденко Руденко rudenko
    Марченко Марченко marchenko
    Мельник Мельник melnyk
    Ковальчук Ковальчук kovalchuk
    Поліщук Поліщук polishchuk
    Ткачук Ткачук tkachuk
    Кравчук Кравчук kravchuk
    Шевчук Шевчук shevchuk
    Гончарук Гончарук honcharuk
    Олійник Олійник oliinyk
    Мороз Мороз moroz
    Коваль Коваль koval
    Гриценко Гриценко hrytsenko
    Сидоренко Сидоренко sydorenko
    Юрченко Юрченко yurchenko
    Павлюк Павлюк pavliuk
    Дячук Дячук diachuk
    Левицький Левицька levytskyi levytska
    Залізняк Залізняк zalizniak
    Яворський Яворська yavorskyi yavorska
    Чорновіл Чорновіл chornovil
    Ґалаґан Ґалаґан galagan
    Єфименко Єфименко yefymenko
    Їжакевич Їжакевич yizhakevych
    Щербак Щербак shcherbak
    Дорошенко Дорошенко doroshenko
    Білоус Білоус bilous
    В’юнченко В’юнченко viunchenko
    Панченко Панченко panchenko
    Степаненко Степаненко stepanenko
    Гаврилюк Гаврилюк havryliuk
    Вишневський Вишневська vyshnevskyi vyshnevska
    Козак Козак kozak
    """)

  private static let men = table(
    """
    Олександр oleksandr
    Андрій andrii
    Сергій serhii
    Дмитро dmytro
    Микола mykola
    Володимир volodymyr
    Юрій yurii
    Богдан bohdan
    Василь vasyl
    Ігор ihor
    Максим maksym
    Роман roman
    Тарас taras
    Ярослав yaroslav
    Артем artem
    Петро petro
    В’ячеслав viacheslav
    Євген yevhen
    Назар nazar
    Остап ostap
    """)

  private static let women = table(
    """
    Олена olena
    Наталія nataliia
    Ірина iryna
    Оксана oksana
    Тетяна tetiana
    Юлія yuliia
    Катерина kateryna
    Марія mariia
    Ганна hanna
    Світлана svitlana
    Людмила liudmyla
    Христина khrystyna
    Соломія solomiia
    Дар’я daria
    Любов liubov
    Надія nadiia
    """)

  private static let englishGiven = list(
    "Emma Oliver George Alice Harry Charlotte Thomas Grace William Sophie Daniel Hannah")

  private static let englishSurnames = list(
    "Wilson Taylor Brown O'Connor Hughes Walker Bennett Cooper Murphy Ward Parker Ellis")

  private static let polishPeople = table(
    """
    Łukasz Wójcik lukasz.wojcik
    Małgorzata Dąbrowska malgorzata.dabrowska
    Paweł Zieliński pawel.zielinski
    Agnieszka Kowalczyk agnieszka.kowalczyk
    Tomasz Śliwiński tomasz.sliwinski
    Katarzyna Woźniak katarzyna.wozniak
    """)

  private static let companyWords = list(
    """
    Київ-Логістик Промбуд Дніпро-Транс Вітамін-Фарм Агросвіт Таксі-Драйв Поліграф-Центр
    Смачна~хата Клінінг~Плюс Тепломонтаж Кур’єр~24 Зелена~лінія
    """)

  private static let foreignCompanies = list(
    "Northgate~Trading~Ltd Baltic~Cargo~UAB Wisła~Transport~Sp.~z~o.o. Bright~Schools~Kyiv")
}
