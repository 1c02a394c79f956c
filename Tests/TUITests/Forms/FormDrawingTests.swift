import Testing

@testable import TUI

@Suite struct FormDrawingTests {
  private static func draw(_ form: Form, _ columns: Int, _ rows: Int) -> Frame {
    var frame = Frame(size: Size(columns: columns, rows: rows))
    FormDrawing(form: form, words: Words(language: .english)).draw(in: frame.bounds, of: &frame)
    return frame
  }

  private static let filled: [String: [[String]]] = [
    "name": [["山田 Зоя\u{301}"]], "numbers": [["+380 50 123 45 67", "mobile"], ["101", ""]],
    "status": [["work"]], "note": [["one two three four five six seven eight nine ten eleven"]],
  ]

  @Test func labelsStandBesideTheirTexts() {
    let frame = Self.draw(FormTests.form(Self.filled), 48, 10)
    #expect(
      frame.text == [
        "Name     山田 Зоя\u{301}",
        "Number   +380 50 123 45 67    mobile",
        "         101                  Note",
        "",
        "Status   У роботі",
        "Manager",
        "Note     one two three four five six seven",
        "         eight nine ten eleven",
        "", "",
      ])
    #expect(frame.cursor == Position(column: 17, row: 0))
    #expect(frame.roles(row: 0) == "fieldLabel 4, plain 5, fieldFocused 39")
  }

  @Test func aLowFormScrollsWithTheCursor() {
    var form = FormTests.form(Self.filled)
    form.moveFocus(by: -1)
    let frame = Self.draw(form, 48, 3)
    #expect(
      frame.text == [
        "Manager", "Note     one two three four five six seven", "         eight nine ten eleven",
      ])
    #expect(frame.cursor == Position(column: 30, row: 2))
  }

  @Test func theCursorMovesThroughTheLinesOfANote() {
    var form = FormTests.form(Self.filled)
    form.moveFocus(by: -1)
    form.moveLine(by: -1, columns: 39)
    #expect(Self.draw(form, 48, 3).cursor == Position(column: 30, row: 1))
    form.moveLine(by: 1, columns: 39)
    #expect(Self.draw(form, 48, 3).cursor == Position(column: 30, row: 2))
    form.moveLine(by: 1, columns: 39)
    #expect(form.focusedPlace == FormPlace(field: "name"))
  }

  @Test func theOptionsStandBelowTheirField() {
    var form = FormTests.form(Self.filled)
    form.moveLine(by: 4, columns: 20)
    form.openChoices()
    let frame = Self.draw(form, 48, 5)
    #expect(
      frame.text == [
        "Number", "Status   У роботі", "           Новий", "         ▸ У роботі",
        "           Готовий",
      ])
    #expect(frame.cursor == Position(column: 17, row: 1))
  }

  @Test func aProblemIsMarked() {
    var form = FormTests.form(Self.filled)
    form.show([FormPlace(field: "numbers", row: 1): "No."])
    let frame = Self.draw(form, 48, 10)
    #expect(frame.roles(row: 2) == "plain 9, fieldError 19, plain 2, dim 4, field 14")
    #expect(frame.cursor == Position(column: 12, row: 2))
  }

  @Test(arguments: [20, 200]) func anyTextHasItsCursorInside(_ columns: Int) throws {
    for text in try Hostile.strings() {
      var form = FormTests.form([
        "name": [[text]], "numbers": [[text, text]], "status": [[text]], "note": [[text]],
      ])
      for _ in 0..<form.places.count {
        let frame = Self.draw(form, columns, 4)
        #expect(frame.cursor.map(frame.bounds.contains) == true)
        form.moveFocus(by: 1)
      }
    }
  }
}
