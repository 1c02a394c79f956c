extension PhoneNumber {
  /// As a person reads it: `+380 50 123 45 67`; country code, then groups (ITU-T E.123).
  public var grouped: String {
    // By bytes: a screen is full of numbers, and drawn with every key.
    var text = text
    return text.withUTF8 { bytes in
      guard kind == .international, bytes.allSatisfy({ $0 < 0x80 }) else {
        return String(decoding: bytes, as: UTF8.self)
      }
      let digits = bytes.dropFirst()
      var rest = digits.dropFirst(PhoneNumber.callingCodeLength(digits))
      // Two digits of area code, then 3-2-2, is how Ukraine and its neighbours write nine digits.
      let sizes = rest.count == 9 ? [2, 3, 2, 2] : PhoneNumber.groups(of: rest.count)
      return String(unsafeUninitializedCapacity: bytes.count + sizes.count) { grouped in
        var count = grouped.update(fromContentsOf: bytes[..<rest.startIndex])
        for size in sizes {
          grouped[count] = UInt8(ascii: " ")
          count = grouped[(count + 1)...].update(fromContentsOf: rest.prefix(size))
          rest = rest.dropFirst(size)
        }
        return count
      }
    }
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
  private static func callingCodeLength(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let pair = digits.prefix(2).map { Int($0) - Int(UInt8(ascii: "0")) }
    guard let first = pair.first, let second = pair.last, first != 1, first != 7 else {
      return min(1, digits.count)
    }
    return twoDigitCodes.contains(first * 10 + second) ? 2 : min(3, digits.count)
  }

  private static let twoDigitCodes = [
    20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56,
    57, 58, 60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
  ]
}
