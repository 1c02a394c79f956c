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

  static func text(_ text: String) -> String? {
    let text = cut(text.trimmed)
    return emptyWords.contains(text.lowercased()) ? nil : text
  }

  /// `(direct)` and `(none)` say something here: `Source` decides when they are shown.
  static func utm(_ text: String) -> String? {
    let text = cut(text.trimmed)
    let word = text.lowercased()
    if word == "(direct)" || word == "(none)" { return word }
    return emptyWords.contains(word) ? nil : text
  }

  /// The key to merge on. One of unusual length becomes a key derived from it, as a part of it
  /// might be another call's.
  static func callID(_ text: String) -> String? {
    let id = text.trimmed
    guard !emptyWords.contains(id.lowercased()), id != "0", link(id) == nil else { return nil }
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
    let parts = text.trimmed.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.dropFirst().allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
      let seconds = parts.first.flatMap(number), seconds <= secondsLimit
    else { return nil }
    return Int(seconds)
  }

  static func milliseconds(_ text: String) -> Int? {
    guard let whole = text.trimmed.split(separator: ".").first.flatMap(number),
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

  /// A web address by its look; whether it may be opened is decided where it is opened. One that is
  /// too long is none, as a part of it would lead elsewhere.
  static func link(_ text: String) -> String? {
    let link = text.trimmed
    guard link.utf8.count <= linkLimit,
      ["http://", "https://"].contains(where: { link.lowercased().hasPrefix($0) }),
      link.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { return nil }
    return link
  }

  /// One to eighteen ASCII digits and nothing else, so no sign and no overflow.
  static func number(_ digits: some StringProtocol) -> Int64? {
    let bytes = digits.utf8
    guard (1...18).contains(bytes.count),
      bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int64(digits)
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
