import Domain
import Telephony

/// A property of a card (RFC 6350, section 3.3): `item1.TEL;TYPE=cell:+380 50 …`.
struct VCardLine: Equatable {
  /// What ties properties together: `ITEM1`; empty for most.
  let group: String
  /// In capitals.
  let name: String
  /// In capitals; of vCard 2.1, which names no parameters, the values stand under `TYPE`.
  let parameters: [String: [String]]
  /// Decoded, escapes as they came.
  let text: String

  /// Nil for what is no property.
  /// - Parameter bytes: unfolded.
  init?(_ bytes: [UInt8], encoding: TextEncoding) {
    guard let colon = VCardLine.colon(in: bytes) else { return nil }
    var parts = VCardLine.split(encoding.text(bytes[..<colon]), at: ";").map { $0.uppercased() }
    let path = parts.removeFirst().split(separator: ".", omittingEmptySubsequences: false)
    guard let name = path.last, !name.isEmpty, path.count <= 2 else { return nil }
    group = path.count == 2 ? String(path[0]) : ""
    self.name = String(name)
    var parameters: [String: [String]] = [:]
    for part in parts {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let (key, value) = pair.count == 2 ? (String(pair[0]), pair[1]) : ("TYPE", pair[0])
      parameters[key, default: []] += VCardLine.split(value.filter { $0 != "\"" }, at: ",")
    }
    self.parameters = parameters
    let value = bytes[(colon + 1)...]
    let isQuoted = VCardLine.isQuotedPrintable(parameters)
    let decoded = isQuoted ? VCardLine.quotedPrintable(value) : Array(value)
    text =
      parameters["CHARSET"]?.first == "WINDOWS-1251"
      ? TextDecoder.windows1251(decoded) : encoding.text(decoded)
  }

  /// Whether the line ends with a soft break: its value goes on in the next one, whatever that
  /// begins with (RFC 2045, section 6.7).
  static func goesOn(_ bytes: [UInt8]) -> Bool {
    guard bytes.last == UInt8(ascii: "="), let colon = colon(in: bytes) else { return false }
    return String(decoding: bytes[..<colon], as: UTF8.self).uppercased()
      .contains("QUOTED-PRINTABLE")
  }

  /// The value's parts between `;` (of `N`, `ORG`), unescaped.
  var components: [String] {
    parts { $0 == ";" }
  }

  /// The value as one text, unescaped (RFC 6350, section 3.4).
  var plain: String {
    parts { _ in false }[0]
  }

  private func parts(_ isSeparator: (Character) -> Bool) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in text {
      if isEscaped {
        parts[parts.count - 1] += VCardLine.unescaped(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if isSeparator(character) {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(\.trimmed)
  }

  private static func unescaped(_ character: Character) -> String {
    switch character {
    case "n", "N": "\n"
    case ",", ";", ":", "\\": String(character)
    default: "\\" + String(character)
    }
  }

  private static func isQuotedPrintable(_ parameters: [String: [String]]) -> Bool {
    ["ENCODING", "TYPE"].contains { parameters[$0]?.contains("QUOTED-PRINTABLE") ?? false }
  }

  /// The first colon outside quotation marks.
  private static func colon(in bytes: [UInt8]) -> Int? {
    var isQuoted = false
    return bytes.firstIndex {
      if $0 == UInt8(ascii: "\"") { isQuoted.toggle() }
      return $0 == UInt8(ascii: ":") && !isQuoted
    }
  }

  private static func split(_ text: String, at separator: Character) -> [String] {
    var isQuoted = false
    return text.split(omittingEmptySubsequences: false) {
      if $0 == "\"" { isQuoted.toggle() }
      return $0 == separator && !isQuoted
    }.map(String.init)
  }

  private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "="), let code = hexByte(rest.prefix(2)) else {
        decoded.append(byte)
        continue
      }
      decoded.append(code)
      rest = rest.dropFirst(2)
    }
    return decoded
  }

  private static func hexByte(_ digits: ArraySlice<UInt8>) -> UInt8? {
    guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
      return nil
    }
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
