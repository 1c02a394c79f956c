import Domain

/// A number of the shop's that an advertisement shows, and how the clients who dial it came.
struct DemoPool: Equatable, Sendable {
  let name: String
  /// In a block of Kyiv numbers that nobody is given.
  let number: PhoneNumber

  private init(_ name: String, _ last: Int) {
    self.name = name
    number = PhoneNumber(kind: .international, text: "+380440000\(last)")
  }

  static let site = DemoPool("Сайт", 101)
  static let googleAds = DemoPool("Google Ads", 102)
  static let instagram = DemoPool("Instagram", 103)
  static let service = DemoPool("Сервіс", 104)
  static let all = [site, googleAds, instagram, service]
}
