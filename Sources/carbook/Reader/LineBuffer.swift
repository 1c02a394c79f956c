/// Lines out of bytes that come in pieces.
struct LineBuffer {
  /// A longer line is none that was typed, in bytes; what goes beyond is left out.
  static let limit = 4096

  private var bytes: [UInt8] = []

  /// - Returns: the lines that `more` completes, without their ends.
  mutating func lines(with more: some Sequence<UInt8>) -> [String] {
    var lines: [String] = []
    for byte in more {
      if byte == UInt8(ascii: "\n") {
        lines.append(String(decoding: bytes, as: UTF8.self))
        bytes = []
      } else if bytes.count < LineBuffer.limit {
        bytes.append(byte)
      }
    }
    return lines
  }
}
