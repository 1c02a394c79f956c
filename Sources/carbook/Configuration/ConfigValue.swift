/// A value of the configuration file, as Foundation's JSON5 reader gives it.
indirect enum ConfigValue: Decodable, Equatable {
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([ConfigValue])
  case object([String: ConfigValue])
  case nothing

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .nothing
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([ConfigValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: ConfigValue].self))
    }
  }

  var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// Nil where one of them is no text.
  var texts: [String]? {
    guard case .list(let values) = self else { return nil }
    let texts = values.compactMap(\.text)
    return texts.count == values.count ? texts : nil
  }

  /// Whole; nil where it is not.
  var count: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
}
