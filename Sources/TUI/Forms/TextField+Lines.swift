/// A long text in a field of several lines.
extension TextField {
  /// The characters of each line, broken behind blanks where that is possible; at least one line.
  /// The last column is kept for the cursor and for a blank that a line ends with.
  func lines(columns: Int) -> [Range<Int>] {
    let room = max(1, columns - 1)
    var lines: [Range<Int>] = []
    var (start, used) = (0, 0)
    var word: (start: Int, used: Int)?
    for (index, character) in text.enumerated() {
      let width = DisplayWidth.of(character)
      if used + width > room, !character.isWhitespace || used > room, index > start {
        let end = word?.start ?? index
        lines.append(start..<end)
        used -= word?.used ?? used
        start = end
        word = nil
      }
      used += width
      if character.isWhitespace { word = (index + 1, used) }
    }
    return lines + [start..<text.count]
  }

  /// The cursor's line, and its column there.
  func place(in lines: [Range<Int>]) -> (line: Int, column: Int) {
    let line = lines.lastIndex { $0.lowerBound <= cursor } ?? 0
    return (line, DisplayWidth.of(piece(lines[line].lowerBound..<cursor)))
  }

  /// The text of one of its lines.
  func piece(_ range: Range<Int>) -> Substring {
    text.dropFirst(range.lowerBound).prefix(range.count)
  }

  /// Moves the cursor so many lines, as near to its column as it gets.
  /// - Returns: false where there is no such line.
  mutating func moveLine(by steps: Int, columns: Int) -> Bool {
    let lines = lines(columns: columns)
    let (line, column) = place(in: lines)
    guard lines.indices.contains(line + steps) else { return false }
    let target = lines[line + steps]
    // The end of a line that is not the last is the beginning of the next one.
    let last = line + steps == lines.count - 1 ? target.count : target.count - 1
    var (index, used) = (0, 0)
    for character in piece(target) where index < last {
      used += DisplayWidth.of(character)
      if used > column { break }
      index += 1
    }
    moveCursor(to: target.lowerBound + index)
    return true
  }
}
