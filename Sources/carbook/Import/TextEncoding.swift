import Telephony

/// How a file's text is written down. Files of one shop come from programs of three decades.
enum TextEncoding: Equatable {
  /// Or, for a text that is no UTF-8, Windows-1251.
  case utf8
  case windows1251
  case utf16(isBigEndian: Bool)

  /// - Parameter start: the first stretch of the file.
  /// - Returns: the encoding, and how many bytes its mark has (Unicode, section 23.8).
  static func detect(_ start: [UInt8]) -> (encoding: TextEncoding, markLength: Int) {
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if start.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
    if start.starts(with: [0xFF, 0xFE]) { return (.utf16(isBigEndian: false), 2) }
    // The stretch may end within a character of up to four bytes.
    let isUTF8 = (0...min(3, start.count)).contains {
      String(validating: start.dropLast($0), as: UTF8.self) != nil
    }
    return (isUTF8 ? .utf8 : .windows1251, 0)
  }

  /// Of a stretch that no character goes beyond.
  func text(_ bytes: some Collection<UInt8>) -> String {
    self == .windows1251 ? TextDecoder.windows1251(bytes) : TextDecoder.text(bytes)
  }
}

/// Turns stretches of UTF-16 into UTF-8; pairs may be cut anywhere.
struct UTF16Transcoder {
  let isBigEndian: Bool
  private var rest: [UInt8] = []

  init(isBigEndian: Bool) {
    self.isBigEndian = isBigEndian
  }

  /// - Parameter bytes: empty at the end.
  mutating func utf8(_ bytes: [UInt8]) -> [UInt8] {
    let isEnd = bytes.isEmpty
    let all = rest + bytes
    var units: [UInt16] = []
    units.reserveCapacity(all.count / 2)
    for index in stride(from: 0, to: all.count - 1, by: 2) {
      let (first, second) = (UInt16(all[index]), UInt16(all[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    var used = units.count * 2
    if !isEnd, let last = units.last, UTF16.isLeadSurrogate(last) {
      units.removeLast()
      used -= 2
    }
    rest = Array(all[used...])
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
