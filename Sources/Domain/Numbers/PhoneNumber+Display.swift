extension PhoneNumber {
  /// As a person reads it: `+380 50 123 45 67`; country code, then groups (ITU-T E.123).
  public var grouped: String {
    guard kind == .international else { return text }
    let digits = text.dropFirst()
    let code = digits.prefix(PhoneNumber.callingCodeLength(digits))
    let rest = digits.dropFirst(code.count)
    // Two digits of area code, then 3-2-2, is how Ukraine and its neighbours write nine digits.
    let sizes = rest.count == 9 ? [2, 3, 2, 2] : PhoneNumber.groups(of: rest.count)
    var groups = ["+" + code]
    var start = rest.startIndex
    for size in sizes {
      let end = rest.index(start, offsetBy: size)
      groups.append(String(rest[start..<end]))
      start = end
    }
    return groups.joined(separator: " ")
  }

  /// Threes from the left; what is left over makes twos: 10 → 3-3-2-2, 8 → 3-3-2, 7 → 3-2-2.
  private static func groups(of count: Int) -> [Int] {
    switch count % 3 {
    case 0: Array(repeating: 3, count: count / 3)
    case 2: Array(repeating: 3, count: count / 3) + [2]
    default: count < 4 ? [count] : Array(repeating: 3, count: count / 3 - 1) + [2, 2]
    }
  }

  /// ITU-T E.164 Annex D: zones 1 and 7 have one digit, the codes below two, all others three.
  private static func callingCodeLength(_ digits: Substring) -> Int {
    if digits.hasPrefix("1") || digits.hasPrefix("7") { return 1 }
    return twoDigitCodes.contains(String(digits.prefix(2))) ? 2 : 3
  }

  private static let twoDigitCodes: Set<String> = Set(
    """
    20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 \
    65 66 81 82 84 86 90 91 92 93 94 95 98
    """.split(separator: " ").map(String.init))
}
