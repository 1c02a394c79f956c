import FoundationEssentials

/// A value of a JSON text whose form is not known before, as Foundation reads and writes it.
indirect enum JSONValue: Codable, Equatable {
  case flag(Bool)
  /// Whole, with all its digits.
  case count(Int)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])
  case nothing

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .nothing
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let count = try? container.decode(Int.self) {
      self = .count(count)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .flag(let flag): try container.encode(flag)
    case .count(let count): try container.encode(count)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let values): try container.encode(values)
    case .object(let members): try container.encode(members)
    case .nothing: try container.encodeNil()
    }
  }

  var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// Nil where it is no list.
  var elements: [JSONValue]? { if case .list(let values) = self { values } else { nil } }

  /// Nil where one of them is no text.
  var texts: [String]? {
    guard let values = elements else { return nil }
    let texts = values.compactMap(\.text)
    return texts.count == values.count ? texts : nil
  }

  /// Nil where it is not whole.
  var count: Int? { if case .count(let count) = self { count } else { nil } }

  /// Nil where it is no number.
  var number: Double? {
    switch self {
    case .count(let count): Double(count)
    case .number(let number): number
    case .flag, .text, .list, .object, .nothing: nil
    }
  }

  /// Nil where it is no object.
  var members: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// Nil where the text is none of JSON.
  init?(json bytes: some Sequence<UInt8>) {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else {
      return nil
    }
    self = value
  }
}
