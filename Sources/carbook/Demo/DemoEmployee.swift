import Domain

/// Somebody who works at the demo shop.
struct DemoEmployee: Equatable, Sendable {
  let name: String
  let `extension`: PhoneNumber
  /// The login of his soft phone.
  let login: PhoneNumber
  /// His id at the provider.
  let staffID: String

  private init(_ name: String, _ number: Int, _ login: String) {
    self.name = name
    `extension` = PhoneNumber(kind: .extension, text: String(number))
    self.login = PhoneNumber(kind: .login, text: login)
    staffID = String(40_100 + number)
  }

  static let all: [DemoEmployee] = [
    DemoEmployee("Іван Мельничук", 101, "autodim_melnychuk"),
    DemoEmployee("Оксана Бондар", 102, "autodim_bondar"),
    DemoEmployee("Тарас Гнатюк", 103, "autodim_hnatiuk"),
    DemoEmployee("Софія Левченко", 104, "autodim_levchenko"),
    DemoEmployee("Emily Carter", 105, "autodim_carter"),
    DemoEmployee("Євген Поліщук", 106, "autodim_polishchuk"),
    DemoEmployee("James Whitfield", 107, "autodim_whitfield"),
  ]
}
