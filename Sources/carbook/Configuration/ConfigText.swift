import FoundationEssentials

/// The text of a configuration file, and where in it something stands. Foundation reads JSON5 and does
/// not say where it stumbled.
struct ConfigText {
  private let lines: [Substring]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  func decoded() -> JSONValue? {
    ConfigText.decode(lines.joined(separator: "\n"))
  }

  private static func decode(_ text: String) -> JSONValue? {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    return try? decoder.decode(JSONValue.self, from: Data(text.utf8))
  }

  /// The line, from 1, up to which nothing is wrong: what comes before it can be completed into a
  /// whole text, and with it that cannot be done.
  var faultyLine: Int {
    for count in lines.indices {
      let head = lines[...count].joined(separator: "\n")
      let closing = ConfigText.closing(head)
      let endings = ["", "null", ": null", ": null}"]
      guard endings.contains(where: { ConfigText.decode(head + "\n" + $0 + closing) != nil }) else {
        return count + 1
      }
    }
    return max(1, lines.count)
  }

  /// The line, from 1, that a key stands in; its steps are looked for one behind the other.
  func line(of path: String) -> Int {
    line(of: path.split(separator: ".").map(String.init))
  }

  func line(of steps: [String]) -> Int {
    var found = 0
    for step in steps {
      let next = lines[found...].firstIndex { line in
        line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }.contains {
          $0 == step
        }
      }
      found = next ?? found
    }
    return found + 1
  }

  /// What closes all that is open at the end of a text.
  private static func closing(_ text: String) -> String {
    var open: [Character] = []
    var quote: Character?
    var (isEscaped, comment): (Bool, Character?) = (false, nil)
    var previous: Character = " "
    for character in text {
      defer { previous = character }
      if comment == "/" {
        if character == "\n" { comment = nil }
      } else if comment == "*" {
        if previous == "*", character == "/" { comment = nil }
      } else if quote != nil {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == quote {
          quote = nil
        }
      } else if previous == "/", character == "/" || character == "*" {
        comment = character
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "{" || character == "[" {
        open.append(character == "{" ? "}" : "]")
      } else if character == "}" || character == "]" {
        _ = open.popLast()
      }
    }
    return (comment == "*" ? "*/" : "") + String(open.reversed())
  }
}
