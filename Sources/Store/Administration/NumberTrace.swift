import Domain

/// Finds a phone number in text however it is written: with any prefix and punctuation, with `%XX`
/// or `\uXXXX` escapes. It finds a little too much rather than too little.
struct NumberTrace {
  /// The digits that all spellings have in common.
  private let core: [UInt8]

  /// Nil for an extension, a login and what has too few digits to be told from anything else.
  init?(_ number: PhoneNumber, plan: NumberPlan) {
    var digits = Substring(number.digits)
    if number.kind == .international, digits.hasPrefix(plan.callingCode) {
      digits = digits.dropFirst(plan.callingCode.count)
    }
    guard !number.isInternal, digits.count >= 7 else { return nil }
    core = Array(digits.utf8)
  }

  /// As text, for SQLite's `instr`: finds the spellings that have the digits in one piece.
  var digits: String {
    String(decoding: core, as: UTF8.self)
  }

  func isIn(_ bytes: [UInt8]) -> Bool {
    !ranges(in: bytes, limit: 1).isEmpty
  }

  func isIn(_ text: String) -> Bool {
    isIn(Array(text.utf8))
  }

  func isIn(_ delivery: RawDelivery) -> Bool {
    isIn(delivery.query) || isIn(delivery.body) || delivery.headers.contains { isIn($0.value) }
  }

  /// Nil where the number is not in it.
  func replaced(in text: String, by mark: String) -> String? {
    let bytes = Array(text.utf8)
    let ranges = ranges(in: bytes, limit: .max)
    guard !ranges.isEmpty else { return nil }
    var result: [UInt8] = []
    var end = 0
    for range in ranges where range.lowerBound >= end {
      result += bytes[end..<range.lowerBound] + Array(mark.utf8)
      end = range.upperBound
    }
    return String(decoding: result + bytes[end...], as: UTF8.self)
  }

  /// Of the digits, first to last.
  private func ranges(in bytes: [UInt8], limit: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    // Of the digits since the last byte that cannot stand in a number.
    var digits: [UInt8] = []
    var places: [Range<Int>] = []
    var index = 0
    while index < bytes.count, ranges.count < limit {
      let (unit, length) = NumberTrace.unit(bytes, at: index)
      switch unit {
      case .digit(let digit):
        digits.append(digit)
        places.append(index..<(index + length))
        if digits.count >= core.count, digits[(digits.count - core.count)...] == core[...] {
          let first = places[places.count - core.count]
          ranges.append(first.lowerBound..<(index + length))
        }
      case .punctuation: break
      case .other:
        digits.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
      }
      index += length
    }
    return ranges
  }

  private enum Unit {
    case digit(UInt8)
    case punctuation
    case other
  }

  /// What stands there, and in how many bytes.
  private static func unit(_ bytes: [UInt8], at index: Int) -> (Unit, length: Int) {
    let byte = bytes[index]
    if byte == UInt8(ascii: "%"), let value = hexadecimal(bytes, at: index + 1, count: 2) {
      return (unit(value), 3)
    }
    if byte == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "u"),
      let value = hexadecimal(bytes, at: index + 2, count: 4)
    {
      return (unit(value), 6)
    }
    guard byte >= 0x80 else { return (unit(UInt32(byte)), 1) }
    // No-break space; dashes and spaces of U+2000...U+206F.
    if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 { return (.punctuation, 2) }
    if byte == 0xE2, index + 2 < bytes.count, [0x80, 0x81].contains(bytes[index + 1]) {
      return (.punctuation, 3)
    }
    return (.other, 1)
  }

  private static func unit(_ scalar: UInt32) -> Unit {
    switch scalar {
    case 0x30...0x39: .digit(UInt8(truncatingIfNeeded: scalar))
    // Bytes of a percent-encoded no-break space, dash or narrow space too.
    case 0x20, 0x28, 0x29, 0x2B, 0x2D, 0x2E, 0x2F, 0x09, 0xA0, 0xC2, 0xE2, 0x80...0x95, 0xAF,
      0x2000...0x206F:
      .punctuation
    default: .other
    }
  }

  private static func hexadecimal(_ bytes: [UInt8], at index: Int, count: Int) -> UInt32? {
    guard index + count <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index..<(index + count)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }
}
