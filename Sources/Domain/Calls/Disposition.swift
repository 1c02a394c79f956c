/// What the provider says came of a call, in its own words (provider facts, "Results").
public struct Disposition: Hashable, Sendable {
  public enum Outcome: Sendable {
    case inProgress
    case noAnswer
    case lostInMenu
    case clientNoAnswer
    case busy
    case failed
    case refused
    case voicemail
    case answered
    /// A word nobody has documented: shown as it came.
    case other
  }

  /// As it came, without white space at the ends.
  public let raw: String
  /// Upper case; `_`, `-`, `+` and runs of blanks are one blank.
  public let code: String

  /// Nil where nothing is said.
  public init?(_ text: String) {
    raw = text.trimmed
    guard !raw.isEmpty else { return nil }
    code =
      Disposition.isCode(raw)
      ? raw
      : raw.uppercased().split { "_-+".contains($0) || $0.isWhitespace }.joined(separator: " ")
  }

  /// Whether it is written as a code already, as nearly all are.
  private static func isCode(_ text: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in text.utf8 {
      let isBlank = byte == UInt8(ascii: " ")
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || isBlank && previous != byte
      else { return false }
      previous = byte
    }
    return true
  }

  public var outcome: Outcome {
    switch code {
    case "IN PROGRESS", "CALLING": .inProgress
    case "NO ANSWER": .noAnswer
    case "WRONG EXTENSION", "NO EXTENSION": .lostInMenu
    case "CLIENT NO ANSWER": .clientNoAnswer
    case "BUSY": .busy
    case "FAILED", "NO FORWARD": .failed
    case "FAILED FORBIDDEN DESTINATION", "DECLINE": .refused
    case "VOICEMAIL": .voicemail
    case "ANSWERED", "PROPER", "REPEATED": .answered
    default: .other
    }
  }

  public var isFinal: Bool {
    outcome != .inProgress
  }

  /// Which of two results of one call knows more: live < ended < voicemail < answered < rated.
  public var rank: Int {
    switch outcome {
    case .inProgress: 0
    case .voicemail: 2
    case .answered: code == "ANSWERED" ? 3 : 4
    default: 1
    }
  }
}
