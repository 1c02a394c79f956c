import Testing

@testable import TUI

@Suite struct TextFieldTests {
  struct Case: CustomTestStringConvertible, Sendable {
    /// "|" is the cursor.
    let before: String
    let keys: [Key]
    let after: String
    var testDescription: String { "\(before) \(keys) \(after)" }
  }

  static let cases = [
    Case(before: "|", keys: [.character("a"), .character("б")], after: "aб|"),
    Case(before: "ab|", keys: [.left, .character("x")], after: "ax|b"),
    Case(before: "|ab", keys: [.left, .backspace], after: "|ab"),
    Case(before: "ab|", keys: [.right, .delete], after: "ab|"),
    Case(before: "ab|c", keys: [.backspace], after: "a|c"),
    Case(before: "ab|c", keys: [.delete], after: "ab|"),
    Case(before: "ab|c", keys: [.home], after: "|abc"),
    Case(before: "ab|c", keys: [.control("a")], after: "|abc"),
    Case(before: "|abc", keys: [.end], after: "abc|"),
    Case(before: "|abc", keys: [.control("e")], after: "abc|"),
    Case(before: "one two|", keys: [.ctrlLeft], after: "one |two"),
    Case(before: "one  |two", keys: [.ctrlLeft], after: "|one  two"),
    Case(before: "|one two", keys: [.ctrlRight], after: "one| two"),
    Case(before: "one| two", keys: [.ctrlRight], after: "one two|"),
    Case(before: "one two|", keys: [.control("w")], after: "one |"),
    Case(before: "one two  |", keys: [.control("w")], after: "one |"),
    Case(before: "|one two", keys: [.alt("d")], after: "| two"),
    Case(before: "one| two", keys: [.control("u")], after: "| two"),
    Case(before: "one| two", keys: [.control("k")], after: "one|"),
    Case(before: "a|b", keys: [.paste("1\n2\r\n3\n")], after: "a1 2 3|b"),
    Case(
      before: "Зо|", keys: [.character("я"), .character("\u{301}"), .left], after: "Зо|я\u{301}"),
    Case(before: "и|x", keys: [.character("\u{306}")], after: "и\u{306}|x"),
    Case(before: "👍🏽|", keys: [.backspace], after: "|"),
    Case(before: "山|田", keys: [.right, .backspace], after: "山|"),
    Case(before: "a|b", keys: [.enter, .tab, .function(5), .control("x")], after: "a|b"),
  ]

  @Test(arguments: cases) func editing(_ example: Case) throws {
    let parts = example.before.split(separator: "|", omittingEmptySubsequences: false)
    var field = TextField(String(parts[0] + parts[1]))
    field.edit(.home)
    for _ in parts[0] { field.edit(.right) }
    for key in example.keys { field.edit(key) }
    let text = field.text.prefix(field.cursor) + "|" + field.text.dropFirst(field.cursor)
    #expect(String(text) == example.after)
  }

  @Test func aLongTextScrollsWithTheCursor() {
    var field = TextField("0123456789")
    #expect(field.view(columns: 5).text == "6789")
    #expect(field.view(columns: 5).cursor == 4)
    field.edit(.home)
    #expect(field.view(columns: 5).text == "01234")
    #expect(field.view(columns: 5).cursor == 0)
  }

  @Test func aWideCharacterIsNeverCutInHalf() {
    let field = TextField("山田太郎")
    #expect(field.view(columns: 5).text == "太郎")
    #expect(field.view(columns: 5).cursor == 4)
  }
}

/// A long text on several lines.
@Suite struct TextFieldLinesTests {
  @Test(arguments: [
    ("", 6, [""]), ("one two", 20, ["one two"]), ("one two three", 8, ["one two ", "three"]),
    ("abcdefghij", 6, ["abcde", "fghij"]), ("山田太郎 山", 6, ["山田", "太郎 ", "山"]),
    ("ab   cd", 4, ["ab  ", " cd"]), ("a\nb", 9, ["a\nb"]), ("山", 1, ["山"]),
  ])
  func linesAreBrokenBehindBlanks(_ text: String, _ columns: Int, _ expected: [String]) {
    let field = TextField(text)
    let lines = field.lines(columns: columns)
    #expect(lines.map { String(field.piece($0)) } == expected)
    #expect(lines.map { String(field.piece($0)) }.joined() == text)
  }

  @Test func theCursorComesAsNearToItsColumnAsItGets() {
    var field = TextField("abcdef ghi jklmno")
    #expect(field.lines(columns: 8).count == 3)
    let moved = [-1, -1, -1].map { step in
      let hasMoved = field.moveLine(by: step, columns: 8)
      return hasMoved ? field.cursor : -1
    }
    #expect(moved == [10, 3, -1])
  }
}
