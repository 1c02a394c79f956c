import Domain

/// Reads one value as what it should be; nil where it says nothing of the kind.
enum ValueReader {
  /// The longest text that is kept, in bytes of UTF-8; the raw event has all of it.
  static let textLimit = 1024
  static let linkLimit = 2048
  static let idLimit = 200
  /// The longest call that is believed, in seconds: a week.
  static let secondsLimit = 7 * 86_400

  /// What stands for "no value": the provider's words, and what templates make of nothing.
  private static let emptyWords: Set<String> = [
    "", "-1", "(none)", "(not set)", "(direct)", "null", "false", "true",
  ]

  private static func isEmpty(_ text: String) -> Bool {
    // Longer than any of them, as most are.
    text.utf8.count <= 9 && emptyWords.contains(text.lowercased())
  }

  static func text(_ text: String) -> String? {
    let text = cut(text.trimmed)
    return isEmpty(text) ? nil : text
  }

  /// `(direct)` and `(none)` say something here: `Source` decides when they are shown.
  static func utm(_ text: String) -> String? {
    let text = cut(text.trimmed)
    guard isEmpty(text) else { return text }
    let word = text.lowercased()
    return word == "(direct)" || word == "(none)" ? word : nil
  }

  /// The key to merge on. One of unusual length becomes a key derived from it, as a part of it
  /// might be another call's.
  static func callID(_ text: String) -> String? {
    let id = text.trimmed
    guard !isEmpty(id), id != "0", link(id) == nil else { return nil }
    return id.utf8.count <= idLimit ? id : "long-" + StableKey.hash(id.utf8)
  }

  static func type(_ text: String) -> CallType? {
    switch text.trimmed.lowercased() {
    case "in", "transitin": .incoming
    case "out", "transitout": .outgoing
    case "callback": .callback
    default: nil
    }
  }

  static func disposition(_ value: String) -> Disposition? {
    text(value).flatMap(Disposition.init)
  }

  /// Whole seconds; a fraction is cut off, as the provider's own counters do. Negative or endless:
  /// none.
  static func seconds(_ text: String) -> Int? {
    let text = text.trimmed.utf8
    let whole = text.prefix { $0 != UInt8(ascii: ".") }
    guard
      text[whole.endIndex...].dropFirst().allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      ),
      let seconds = number(whole), seconds <= secondsLimit
    else { return nil }
    return Int(seconds)
  }

  static func milliseconds(_ text: String) -> Int? {
    guard let whole = text.trimmed.utf8.split(separator: UInt8(ascii: ".")).first.flatMap(number),
      whole / 1000 <= secondsLimit
    else { return nil }
    return Int(whole / 1000)
  }

  static func flag(_ text: String) -> Bool? {
    switch text.trimmed.lowercased() {
    case "1", "true", "yes": true
    case "0", "false", "no": false
    default: nil
    }
  }

  private static let schemes = ["https://", "http://"]

  /// A web address by its look; whether it may be opened is decided where it is opened. One that is
  /// too long is none, as a part of it would lead elsewhere.
  static func link(_ text: String) -> String? {
    let link = text.trimmed
    guard link.utf8.count <= linkLimit,
      schemes.contains(where: link.hasPrefix)
        || schemes.contains(where: link.prefix(8).lowercased().hasPrefix),
      link.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { return nil }
    return link
  }

  /// One to eighteen ASCII digits and nothing else, so no sign and no overflow.
  static func number(_ digits: some Collection<UInt8>) -> Int64? {
    guard (1...18).contains(digits.count),
      digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
  }

  /// The text up to `limit` bytes, ended before the first character that does not fit whole.
  static func cut(_ text: String, to limit: Int = textLimit) -> String {
    guard text.utf8.count > limit else { return text }
    var size = 0
    let fitting = text.unicodeScalars.prefix { scalar in
      size += UTF8.width(scalar)
      return size <= limit
    }
    return String(fitting)
  }

  /// Undoes a percent-encoding that somebody applied once too often; a text without one is left as
  /// it is, "+" included.
  static func withoutLeftovers(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    let isEncoded = bytes.indices.contains { index in
      bytes[index] == UInt8(ascii: "%")
        && bytes[(index + 1)...].prefix(2).compactMap(FormDecoder.hexDigit).count == 2
    }
    return isEncoded ? FormDecoder.decode(bytes) : text
  }
}
