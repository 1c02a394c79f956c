import Domain
import Telephony

/// Reads the days and times that files bear: `2026-08-31`, `2026-08-31T10:05:00Z`, `31.08.2026 10:05`.
struct ImportDate {
  /// The shop's, for what names none.
  let zone: Zone
  let now: Timestamp

  /// Nil where it is none, or outside of 2000...2099.
  func timestamp(_ text: String) -> Timestamp? {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    guard let first = parts.first else { return nil }
    var words = [ImportDate.yearFirst(first)] + parts.dropFirst()
    // A day alone begins with the day.
    if words.count == 1, words[0].count == 10, !words[0].allSatisfy(\.isASCIIDigit) {
      words.append("00:00")
    }
    if words.count > 1, words[1].count == 4, words[1].dropFirst().first == ":" {
      words[1] = "0" + words[1]
    }
    return DateReader(zone: zone).timestamp(words.joined(separator: " "), id: nil, received: now)
  }

  /// `31.08.2026` and `31/08/2026` as `2026-08-31`; anything else as it is.
  private static func yearFirst(_ text: String) -> String {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "/" }
    guard parts.count == 3, parts[2].count == 4,
      parts.prefix(2).allSatisfy({ (1...2).contains($0.count) })
    else { return text }
    let padded = parts.prefix(2).map { $0.count == 1 ? "0" + $0 : String($0) }
    return "\(parts[2])-\(padded[1])-\(padded[0])"
  }
}
