import TUI

/// A mouse report while it comes (xterm, "Mouse Tracking"): behind `CSI <` three decimal numbers and
/// an `M` or, for a button let go, an `m`; behind `CSI M` three bytes, each 32 more than what it says.
struct MouseReport {
  enum Progress: Equatable {
    case incomplete
    /// Nil for what is not used, and for what is no report.
    case complete(MouseEvent?)
  }

  /// Longer than any: three numbers of four digits.
  private static let limit = 15

  private let isInBytes: Bool
  private var bytes: [UInt8] = []

  init(isInBytes: Bool) {
    self.isInBytes = isInBytes
  }

  mutating func take(_ byte: UInt8) -> Progress {
    bytes.append(byte)
    if isInBytes {
      guard bytes.count == 3 else { return .incomplete }
      return .complete(event(bytes.map { Int($0) - 32 }, isRelease: bytes[0] & 3 == 3))
    }
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"):
      return bytes.count < MouseReport.limit ? .incomplete : .complete(nil)
    case UInt8(ascii: "M"), UInt8(ascii: "m"):
      let numbers = bytes.dropLast().split(
        separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
      ).map { Int(String(decoding: $0, as: UTF8.self)) ?? -1 }
      return .complete(event(numbers, isRelease: byte == UInt8(ascii: "m")))
    default: return .complete(nil)
    }
  }

  private func event(_ numbers: [Int], isRelease: Bool) -> MouseEvent? {
    guard numbers.count == 3, numbers[0] >= 0, numbers[1] > 0, numbers[2] > 0 else { return nil }
    let action: MouseEvent.Action
    // Without Shift, Meta and Control.
    switch numbers[0] & ~0b11100 {
    case 0: action = isRelease ? .release : .press
    case 3 where isInBytes: action = .release
    case 64 where !isRelease: action = .wheelUp
    case 65 where !isRelease: action = .wheelDown
    default: return nil
    }
    return MouseEvent(
      action: action, position: Position(column: numbers[1] - 1, row: numbers[2] - 1))
  }
}
