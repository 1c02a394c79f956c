/// One line of text that is being typed, and where the cursor stands in it.
struct TextField: Equatable, Sendable {
  private(set) var text: String
  /// Characters before the cursor.
  private(set) var cursor: Int

  /// - Parameter cursor: characters before it; nil: it stands at the end.
  init(_ text: String = "", cursor: Int? = nil) {
    self.text = text
    self.cursor = cursor ?? text.count
  }

  /// - Returns: whether the key is one for fields.
  @discardableResult
  mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let pasted): insert(TextField.oneLine(pasted))
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .ctrlLeft, .alt("b"): cursor = wordStart
    case .ctrlRight, .alt("f"): cursor = wordEnd
    case .backspace: remove(cursor - 1..<cursor)
    case .delete, .control("d"): remove(cursor..<cursor + 1)
    case .control("w"): remove(wordStart..<cursor)
    case .alt("d"): remove(cursor..<wordEnd)
    case .control("u"): remove(0..<cursor)
    case .control("k"): remove(cursor..<text.count)
    default: return false
    }
    return true
  }

  /// The same with a dot for each character.
  var masked: TextField {
    TextField(String(repeating: "•", count: text.count), cursor: cursor)
  }

  mutating func moveCursor(to index: Int) {
    cursor = min(max(0, index), text.count)
  }

  private mutating func insert(_ piece: String) {
    // A combining mark joins the character before it, so the cursor is counted anew.
    let head = text.prefix(cursor) + piece
    let tail = text.dropFirst(cursor)
    text = String(head + tail)
    cursor = head.count
  }

  private mutating func remove(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<text.count)
    text = String(text.prefix(range.lowerBound) + text.dropFirst(range.upperBound))
    cursor = range.lowerBound
  }

  /// Where the word before the cursor begins.
  private var wordStart: Int {
    let head = Array(text.prefix(cursor))
    let letters = head.lastIndex { !$0.isWhitespace }.map { $0 + 1 } ?? 0
    return head[..<letters].lastIndex(where: \.isWhitespace).map { $0 + 1 } ?? 0
  }

  /// Where the word after the cursor ends.
  private var wordEnd: Int {
    let characters = Array(text)
    let start = characters[cursor...].firstIndex { !$0.isWhitespace } ?? characters.count
    return characters[start...].firstIndex(where: \.isWhitespace) ?? characters.count
  }

  /// Line ends become blanks; those at the ends of what was pasted go.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// The part of the text that is drawn in `columns`, so that the cursor is in sight, and the
  /// cursor's column in it.
  func view(columns: Int) -> (text: String, cursor: Int) {
    let characters = Array(text)
    let widths = characters.map { DisplayWidth.of($0) }
    var start = 0
    var before = widths[..<cursor].reduce(0, +)
    while before >= columns, start < cursor {
      before -= widths[start]
      start += 1
    }
    var end = start
    var used = 0
    while end < characters.count, used + widths[end] <= columns {
      used += widths[end]
      end += 1
    }
    return (String(characters[start..<end]), before)
  }
}
