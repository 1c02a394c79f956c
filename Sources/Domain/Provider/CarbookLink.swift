/// A link that opens a screen of this user's console: `carbook://contact/<id>`,
/// `carbook://order/<number>`, `carbook://new?number=<E.164>`. The provider's phone shows them.
public enum CarbookLink: Hashable, Sendable {
  case contact(Contact.ID)
  /// By the order's number.
  case order(String)
  /// The contacts with that number: none yet.
  case newClient(PhoneNumber)

  /// The longest that is read, in bytes.
  static let limit = 2048
  static let scheme = "carbook://"

  /// Reads exactly what `text` writes; a link comes from anywhere, so nothing else is one.
  /// - Parameter plan: how the number is read.
  public init?(_ text: String, plan: NumberPlan) {
    let bytes = Array(text.utf8)
    guard bytes.count <= CarbookLink.limit, bytes.allSatisfy({ (0x21...0x7E).contains($0) }),
      text.lowercased().hasPrefix(CarbookLink.scheme)
    else { return nil }
    let rest = text.dropFirst(CarbookLink.scheme.count)
    let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0] == "contact" {
      guard let id = CarbookLink.id(parts[1]) else { return nil }
      self = .contact(Contact.ID(id))
    } else if parts.count == 2, parts[0] == "order" {
      guard let number = CarbookLink.decoded(parts[1]) else { return nil }
      self = .order(number)
    } else if rest.hasPrefix("new?number=") {
      guard let typed = CarbookLink.decoded(rest.dropFirst("new?number=".count)),
        let number = plan.number(typed), number.kind == .international || number.kind == .local
      else { return nil }
      self = .newClient(number)
    } else {
      return nil
    }
  }

  public var text: String {
    switch self {
    case .contact(let id): "\(CarbookLink.scheme)contact/\(id.rawValue)"
    case .order(let number): "\(CarbookLink.scheme)order/\(number.percentEncoded)"
    case .newClient(let number): "\(CarbookLink.scheme)new?number=\(number.text.percentEncoded)"
    }
  }

  /// A row's id, as digits and nothing else.
  private static func id(_ text: Substring) -> Int64? {
    guard (1...18).contains(text.utf8.count), text.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int64(text).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Nil where an escape is broken, or what stands behind it is no UTF-8 or not to be shown.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        // What has a meaning of its own in an address is escaped.
        guard !"/?#&=".utf8.contains(byte) else { return nil }
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16),
        digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
      else { return nil }
      rest = rest.dropFirst(2)
      bytes.append(code)
    }
    guard let text = String(validating: bytes, as: UTF8.self), !text.isEmpty,
      text.unicodeScalars.allSatisfy({ !$0.properties.isWhitespace || $0 == " " }),
      text.unicodeScalars.allSatisfy({ $0.properties.generalCategory.isVisible })
    else { return nil }
    return text
  }
}

extension Unicode.GeneralCategory {
  /// Neither a control nor a format character, nor unassigned.
  fileprivate var isVisible: Bool {
    switch self {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      false
    default: true
    }
  }
}

extension String {
  /// Everything but letters, digits and `-._~` (RFC 3986, section 2.3).
  public var percentEncoded: String {
    utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let character = Character(scalar)
      if scalar.isASCII, character.isLetter || character.isASCIIDigit || "-._~".contains(character)
      {
        return String(character)
      }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (byte < 16 ? "0" : "") + digits
    }.joined()
  }
}
