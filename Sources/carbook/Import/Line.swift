/// A line of a file that is imported, without its end.
struct Line: Equatable {
  /// From 1, as an editor counts them.
  let number: Int
  let bytes: [UInt8]
  /// It had more bytes than anything here has; `bytes` are empty then.
  var isTooLong = false
}

/// Cuts a stream of bytes into lines: LF, CRLF or CR ends one. Holds one stretch of the stream and
/// one line, however long the file is.
struct LineReader {
  /// The longest line that is read, in bytes.
  static let limit = 1 << 20

  private let read: () throws -> [UInt8]
  private var bytes: [UInt8] = []
  private var position = 0
  private var number = 0
  private var hasEnded = false
  /// Newest last.
  private var returned: [Line] = []

  /// - Parameter read: the next stretch; empty at the end.
  init(_ read: @escaping () throws -> [UInt8]) {
    self.read = read
  }

  mutating func next() throws -> Line? {
    if let line = returned.popLast() { return line }
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if position == bytes.count, try !refill() {
        guard !line.isEmpty || isTooLong else { return nil }
        break
      }
      let end = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      if line.count + end - position > LineReader.limit { isTooLong = true }
      if isTooLong { line = [] } else { line += bytes[position..<end] }
      position = end
      guard end < bytes.count else { continue }
      try skipLineEnd()
      break
    }
    number += 1
    return Line(number: number, bytes: line, isTooLong: isTooLong)
  }

  /// Lines that are to be read again, in their order.
  mutating func putBack(_ lines: some BidirectionalCollection<Line>) {
    returned += lines.reversed()
  }

  private mutating func skipLineEnd() throws {
    let wasCR = bytes[position] == 0x0D
    position += 1
    guard wasCR else { return }
    if position == bytes.count { _ = try refill() }
    if position < bytes.count, bytes[position] == 0x0A { position += 1 }
  }

  private mutating func refill() throws -> Bool {
    guard !hasEnded else { return false }
    bytes = try read()
    position = 0
    hasEnded = bytes.isEmpty
    return !hasEnded
  }
}
