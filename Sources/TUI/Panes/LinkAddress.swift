/// Addresses that text on the screen may lead to.
enum LinkAddress {
  /// Longer ones are no links that anybody made.
  private static let limit = 2048

  /// Nil for what is no web or mail address, or not made of printable ASCII.
  static func checked(_ address: String) -> String? {
    guard ["https://", "http://", "mailto:"].contains(where: { address.hasPrefix($0) }),
      address.utf8.count <= limit, address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    return address
  }

  /// A mail address as a link (RFC 6068): all but letters, digits and a few signs is escaped.
  static func mail(_ address: String) -> String {
    "mailto:"
      + address.utf8.map { byte in
        let character = Character(Unicode.Scalar(byte))
        if byte < 0x80, character.isLetter || character.isNumber || "@.-_+".contains(character) {
          return String(character)
        }
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count == 1 ? "0" : "") + digits
      }.joined()
  }
}

extension Frame {
  /// Links that something was drawn over lead nowhere.
  mutating func dropCoveredLinks() {
    links = links.filter { link in
      (0..<link.columns).allSatisfy { cell(at: link.position.moved(columns: $0)).role == .link }
    }
  }
}
