/// Bytes to text. Everything is UTF-8 today; what is not is taken for Windows-1251, the only other
/// encoding a Ukrainian shop's old software writes.
public enum TextDecoder {
  public static func text(_ bytes: some Collection<UInt8>) -> String {
    // Decoded and compared, as to validate takes several times as long.
    var text = String(decoding: bytes, as: UTF8.self)
    let isUTF8 = text.withUTF8 { text in
      bytes.withContiguousStorageIfAvailable { isSame($0, text) } ?? text.elementsEqual(bytes)
    }
    return isUTF8 ? text : windows1251(bytes)
  }

  /// To the end, also where they differ early: so many bytes are compared at once.
  private static func isSame(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for place in left.indices { difference |= left[place] ^ right[place] }
    return difference == 0
  }

  public static func windows1251(_ bytes: some Collection<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      switch byte {
      case ..<0x80: scalars.append(Unicode.Scalar(byte))
      case 0xC0...: scalars.append(Unicode.Scalar(0x410 + UInt16(byte - 0xC0)) ?? "\u{FFFD}")
      default: scalars.append(middle[Int(byte - 0x80)])
      }
    }
    return String(scalars)
  }

  /// 0x80...0xBF of Windows-1251; 0x98 stands for nothing.
  private static let middle = Array(
    """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\
    \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї
    """.unicodeScalars)
}
