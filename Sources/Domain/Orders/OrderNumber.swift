/// How orders are numbered: each as the one before, its last run of digits one higher.
public struct OrderNumber: Equatable, Sendable {
  /// Before the last run of digits.
  public let prefix: String
  /// The last run of digits, any number of them.
  public let digits: String
  /// Behind it.
  public let suffix: String

  /// A new shop's first order.
  public static let first = "A-00001"

  /// Nil where the text has no digit: nothing to count on.
  public init?(_ text: String) {
    let characters = Array(text)
    guard let end = characters.lastIndex(where: \.isASCIIDigit) else { return nil }
    let start = characters[...end].lastIndex { !$0.isASCIIDigit }.map { $0 + 1 } ?? 0
    prefix = String(characters[..<start])
    digits = String(characters[start...end])
    suffix = String(characters[(end + 1)...])
  }

  /// Whether orders can be numbered like that.
  public static func isExample(_ text: String) -> Bool {
    text.count <= OrderDraft.numberLimit && OrderNumber(text) != nil
  }

  private init(prefix: String, digits: String, suffix: String) {
    self.prefix = prefix
    self.digits = digits
    self.suffix = suffix
  }

  public var text: String { prefix + digits + suffix }

  /// One higher, the width kept: `A-00009` → `A-00010`; only 9s grow wider.
  public var next: OrderNumber {
    var bytes = Array(digits.utf8)
    var place = bytes.count - 1
    while place >= 0, bytes[place] == UInt8(ascii: "9") {
      bytes[place] = UInt8(ascii: "0")
      place -= 1
    }
    if place >= 0 { bytes[place] += 1 } else { bytes.insert(UInt8(ascii: "1"), at: 0) }
    return OrderNumber(
      prefix: prefix, digits: String(decoding: bytes, as: UTF8.self), suffix: suffix)
  }
}
