import Domain
import Server

/// What options' values are read as.
extension Invocation {
  /// What is longest comes first, and names from the beginning of the alphabet.
  static func sort(_ text: String) throws(UsageError) -> CallSort {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let directions: [Substring: Bool] = ["asc": true, "desc": false]
    guard (1...2).contains(parts.count), let key = CallSort.Key(rawValue: String(parts[0])),
      let isAscending = parts.count == 2
        ? directions[parts[1]] : key == .customer || key == .status
    else {
      let keys = CallSort.Key.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError(
        "--sort is one of \(keys), with :asc or :desc behind it, not \(quoted(text)).")
    }
    return CallSort(key, ascending: isAscending)
  }

  static func ranges(
    _ value: String, of option: CommandOption
  ) throws(UsageError) -> [AddressRange] {
    var ranges: [AddressRange] = []
    for text in value.split(separator: ",", omittingEmptySubsequences: false) {
      guard let range = AddressRange(parsing: text) else {
        throw UsageError(
          "\(option.flag) wants addresses like 203.0.113.7, 10.0.0.0/8 or 2001:db8::/32, "
            + "not \(quoted(String(text))).")
      }
      ranges.append(range)
    }
    return ranges
  }

  /// `on` or `off`
  static func isOn(_ value: String, of option: CommandOption) throws(UsageError) -> Bool {
    switch value {
    case "on": return true
    case "off": return false
    default: throw UsageError("\(option.flag) is on or off, not \(quoted(value)).")
    }
  }

  /// A hundred years at most: what is added to it must not overflow.
  static func days(_ value: String, of option: CommandOption) throws(UsageError) -> Int {
    let days = try count(value, of: option)
    guard days <= 36_525 else {
      throw UsageError("\(option.flag) wants 36525 days at most, not \(quoted(value)).")
    }
    return days
  }

  /// `YYYY-MM-DD`
  static func date(_ text: String) -> CivilDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], text.allSatisfy({ $0.isASCIIDigit || $0 == "-" }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  static func count(_ value: String, of option: CommandOption) throws(UsageError) -> Int {
    guard value.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(value), number > 0
    else {
      throw UsageError("\(option.flag) wants a whole number above 0, not \(quoted(value)).")
    }
    return number
  }
}
