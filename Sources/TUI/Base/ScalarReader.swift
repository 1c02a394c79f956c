/// The scalars of a string's bytes, which are known to be UTF-8.
struct ScalarReader: IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func next() -> Unicode.Scalar? {
    guard place < bytes.count else { return nil }
    let first = UInt32(bytes[place])
    place += 1
    switch first {
    case ..<0x80: return Unicode.Scalar(first)
    case ..<0xE0: return Unicode.Scalar(continued(first & 0x1F, by: 1))
    case ..<0xF0: return Unicode.Scalar(continued(first & 0x0F, by: 2))
    default: return Unicode.Scalar(continued(first & 0x07, by: 3))
    }
  }

  private mutating func continued(_ first: UInt32, by count: Int) -> UInt32 {
    var value = first
    for _ in 0..<min(count, bytes.count - place) {
      value = value << 6 | UInt32(bytes[place] & 0x3F)
      place += 1
    }
    return value
  }
}
