/// One word of a filter: `missed`, `from:067`, `talk>=60`, `"two words"`, `employee:"two words"`.
struct FilterWord {
  /// As typed.
  var text = ""
  /// Characters from the beginning of the filter.
  var range: Range<Int>
  /// The letters before the colon or the comparison; nil where there is none.
  var key: String?
  /// Nil for a colon.
  var relation: SecondsRule.Relation?
  /// Without quotes.
  var value = ""
  /// Where the value begins, as `range`.
  var valueStart: Int
  /// Something stood in quotes, so it means itself.
  var isQuoted = false

  /// A quote that is never closed ends with the filter.
  static func words(in text: String) -> [FilterWord] {
    let characters = Array(text)
    var words: [FilterWord] = []
    var index = 0
    while index < characters.count {
      if characters[index].isWhitespace {
        index += 1
        continue
      }
      words.append(FilterWord(characters, &index))
    }
    return words
  }

  /// Reads one word and goes on to what follows it.
  private init(_ characters: [Character], _ index: inout Int) {
    let start = index
    range = start..<start
    valueStart = start
    var isOpen = false
    while index < characters.count {
      let character = characters[index]
      if isOpen {
        if character == "\\", index + 1 < characters.count {
          index += 1
          value.append(characters[index])
        } else if character == "\"" {
          isOpen = false
        } else {
          value.append(character)
        }
      } else if character == "\"" {
        isOpen = true
        isQuoted = true
      } else if character.isWhitespace {
        break
      } else if key == nil, !isQuoted, let length = takeOperator(characters, index) {
        index += length
        valueStart = index
        continue
      } else {
        value.append(character)
      }
      index += 1
    }
    range = start..<index
    self.text = String(characters[range])
  }

  /// A colon or a comparison behind letters makes them a key.
  /// - Returns: how many characters; nil where there is no operator.
  private mutating func takeOperator(_ characters: [Character], _ index: Int) -> Int? {
    guard !value.isEmpty, value.allSatisfy(\.isLetter) else { return nil }
    var length = 1
    switch characters[index] {
    case ":": relation = nil
    case "=": relation = .equal
    case "<", ">":
      let isEqual = index + 1 < characters.count && characters[index + 1] == "="
      length = isEqual ? 2 : 1
      relation = SecondsRule.Relation(rawValue: String(characters[index..<(index + length)]))
    default: return nil
    }
    key = value
    value = ""
    return length
  }
}
