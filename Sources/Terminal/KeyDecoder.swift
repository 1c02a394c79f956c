import CNcurses
import TUI

/// Turns what ncurses reads into keys. Holds what must be seen together: the bytes of a character,
/// Esc before an Alt key, a paste between its brackets.
struct KeyDecoder {
  /// Longer pastes are cut: nothing in the program takes so much, and a lost end bracket must not
  /// fill the memory.
  static let pasteLimit = 65_536

  /// A character's bytes so far, and how many it takes.
  private var bytes: [UInt8] = []
  private var length = 0
  private var escapePending = false
  private var paste: [Unicode.Scalar]?
  /// A mouse report's bytes so far.
  private var report: MouseReport?
  private var clicks = Clicks()

  /// A paste or a report whose end has not come yet.
  var isIncomplete: Bool { paste != nil || report != nil }

  /// A byte as typed, or one of ncurses' key codes (256 and above).
  /// - Parameter now: in milliseconds, of a clock that only goes forward.
  mutating func decode(_ code: Int32, now: Int64) -> [Input] {
    switch UInt32(bitPattern: code) {
    case CN_KEY_FOCUS_IN.rawValue where paste == nil: return flush() + [.focus(true)]
    case CN_KEY_FOCUS_OUT.rawValue where paste == nil: return flush() + [.focus(false)]
    default: break
    }
    guard let byte = UInt8(exactly: code) else {
      (bytes, report) = ([], nil)
      return decode(keyCode: code).map(Input.key)
    }
    if var report {
      self.report = nil
      switch report.take(byte) {
      case .incomplete: self.report = report
      case .complete(let event):
        return event.map { [.key(.mouse(clicks.counted($0, now: now)))] } ?? []
      }
      return []
    }
    guard let scalar = scalar(with: byte) else { return [] }
    return decode(scalar).map(Input.key)
  }

  /// Nothing more is there to read: what has begun is taken for what came.
  mutating func finish() -> [Input] {
    report = nil
    return flush() + finishPaste().map(Input.key)
  }

  private mutating func flush() -> [Input] { flushed().map(Input.key) }

  /// The character that `byte` completes. What is no UTF-8 is left out, and nothing with it.
  private mutating func scalar(with byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x00...0x7F: (bytes, length) = ([byte], 1)
    case 0xC2...0xDF: (bytes, length) = ([byte], 2)
    case 0xE0...0xEF: (bytes, length) = ([byte], 3)
    case 0xF0...0xF4: (bytes, length) = ([byte], 4)
    case 0x80...0xBF where !bytes.isEmpty: bytes.append(byte)
    default: bytes = []
    }
    guard !bytes.isEmpty, bytes.count == length else { return nil }
    defer { bytes = [] }
    return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
  }

  private mutating func decode(_ scalar: Unicode.Scalar) -> [Key] {
    if paste != nil {
      append(scalar)
      return []
    }
    guard scalar != "\u{1B}" else {
      // Esc twice is two keys; the second may still begin an Alt key.
      defer { escapePending = true }
      return escapePending ? [.escape] : []
    }
    guard let key = Self.key(for: scalar) else { return flushed() }
    guard escapePending else { return [key] }
    escapePending = false
    if case .character(let character) = key { return [.alt(character)] }
    return [.escape, key]
  }

  private mutating func decode(keyCode code: Int32) -> [Key] {
    switch UInt32(bitPattern: code) {
    case CN_KEY_PASTE_START.rawValue:
      defer { paste = paste ?? [] }
      return flushed()
    case CN_KEY_PASTE_END.rawValue:
      return finishPaste()
    case CN_KEY_MOUSE_NUMBERS.rawValue, CN_KEY_MOUSE_BYTES.rawValue:
      guard paste == nil else { return [] }
      report = MouseReport(isInBytes: code == CN_KEY_MOUSE_BYTES.rawValue)
      return flushed()
    default:
      // Sequences inside a paste were never pressed.
      guard paste == nil else { return [] }
      return flushed() + Self.keys(forCode: code)
    }
  }

  /// An Esc was just that.
  private mutating func flushed() -> [Key] {
    defer { escapePending = false }
    return escapePending ? [.escape] : []
  }

  /// Ends a paste, also one whose end bracket got lost.
  private mutating func finishPaste() -> [Key] {
    guard let scalars = paste else { return [] }
    paste = nil
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    let lines = String(text).split(omittingEmptySubsequences: false) { $0.isNewline }
    return [.paste(lines.map { SafeText.clean($0) }.joined(separator: "\n"))]
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    guard let count = paste?.count, count < Self.pasteLimit else { return }
    paste?.append(scalar)
  }

  private static func key(for scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x00: .control(" ")
    case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
    case 0x80...0x9F: nil
    default: .character(Character(scalar))
    }
  }

  private static let keysByCode: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_HOME: .home, KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown,
    KEY_BTAB: .backTab, KEY_ENTER: .enter, KEY_BACKSPACE: .backspace,
    KEY_DC: .delete, KEY_IC: .insert,
    KEY_SR: .shiftUp, KEY_SF: .shiftDown, KEY_SLEFT: .shiftLeft, KEY_SRIGHT: .shiftRight,
    Int32(CN_KEY_CTRL_UP.rawValue): .ctrlUp, Int32(CN_KEY_CTRL_DOWN.rawValue): .ctrlDown,
    Int32(CN_KEY_CTRL_LEFT.rawValue): .ctrlLeft, Int32(CN_KEY_CTRL_RIGHT.rawValue): .ctrlRight,
    Int32(CN_KEY_ALT_LEFT.rawValue): .altLeft, Int32(CN_KEY_ALT_RIGHT.rawValue): .altRight,
  ]

  private static func keys(forCode code: Int32) -> [Key] {
    if (KEY_F0 + 1...KEY_F0 + 63).contains(code) { return [.function(Int(code - KEY_F0))] }
    return keysByCode[code].map { [$0] } ?? []
  }
}
