import Domain

extension CallRemark {
  /// Where the client came from; the others are about the call itself.
  static let ofSource: [CallRemark] = [.landing, .referrer, .address]
  static let ofQuality = allCases.filter { !ofSource.contains($0) }

  var label: Phrase {
    switch self {
    case .landing: .remarkLanding
    case .referrer: .remarkReferrer
    case .address: .remarkAddress
    case .isProper: .remarkProper
    case .isRepeated: .remarkRepeated
    case .count: .remarkCount
    case .categoryNumber: .remarkCategory
    case .categoryMark: .remarkCategoryMark
    case .employeeMark: .remarkEmployeeMark
    case .scheme: .remarkScheme
    case .step: .remarkStep
    case .project: .remarkProject
    }
  }
}

extension Phrase {
  static let remarkLanding = Phrase("Landing page", "Сторінка входу")
  static let remarkReferrer = Phrase("Came from", "Прийшов з")
  static let remarkAddress = Phrase("IP address", "IP-адреса")
  static let remarkProper = Phrase("Target call", "Цільовий")
  static let remarkRepeated = Phrase("Repeated", "Повторний")
  static let remarkCount = Phrase("Client's call no.", "Який за ліком")
  static let remarkCategory = Phrase("Category", "Категорія")
  static let remarkCategoryMark = Phrase("Category mark", "Оцінка дзвінка")
  static let remarkEmployeeMark = Phrase("Employee mark", "Оцінка працівн.")
  static let remarkScheme = Phrase("Scheme", "Схема")
  static let remarkStep = Phrase("Step", "Крок")
  static let remarkProject = Phrase("Project", "Проєкт")
}
