import Testing

@testable import TUI

/// What a form does with keys, whatever it is for.
@Suite struct FormTests {
  static let fields: [FormField] = [
    .text("name", .fieldName),
    .list("numbers", .fieldNumber, [FormCell(width: 19), FormCell(hint: .fieldNote)]),
    .choice(
      "status", .columnStatus,
      options: [
        FormOption("new", text: "Новий"), FormOption("work", text: "У роботі"),
        FormOption("done", text: "Готовий"),
      ]),
    .choice("manager", .fieldResponsible, options: [FormOption("Ганна")], isFree: true),
    .note("note", .fieldNote),
  ]

  static func form(_ values: [String: [[String]]] = [:]) -> Form {
    Form(fields, values: values)
  }

  private static func place(_ field: String, _ row: Int = 0, _ cell: Int = 0) -> FormPlace {
    FormPlace(field: field, row: row, cell: cell)
  }

  @Test func tabGoesThroughEveryCellAndRound() {
    var form = FormTests.form(["numbers": [["1", "mobile"], ["2", ""]]])
    var seen: [FormPlace] = []
    for _ in 0..<10 {
      seen.append(form.focusedPlace)
      form.moveFocus(by: 1)
    }
    // The empty row at the end has one cell until something stands in it.
    #expect(
      seen == [
        Self.place("name"), Self.place("numbers"), Self.place("numbers", 0, 1),
        Self.place("numbers", 1), Self.place("numbers", 1, 1), Self.place("numbers", 2),
        Self.place("status"), Self.place("manager"), Self.place("note"), Self.place("name"),
      ])
    form.moveFocus(by: -2)
    #expect(form.focusedPlace == Self.place("note"))
  }

  @Test func arrowsGoFromRowToRow() {
    var form = FormTests.form(["numbers": [["1", "mobile"], ["2", ""]]])
    form.moveFocus(by: 2)
    var seen: [FormPlace] = []
    for _ in 0..<4 {
      seen.append(form.focusedPlace)
      form.moveLine(by: 1, columns: 20)
    }
    #expect(
      seen == [
        Self.place("numbers", 0, 1), Self.place("numbers", 1, 1), Self.place("numbers", 2),
        Self.place("status"),
      ])
  }

  @Test func typingIntoTheLastRowMakesAnother() {
    var form = FormTests.form()
    form.moveFocus(by: 1)
    #expect(form.rows("numbers").count == 1)
    form.edit(.paste("050\n123"))
    #expect(form.rows("numbers") == [["050 123", ""], ["", ""]])
    for _ in 0..<200 {
      form.edit(.character("1"))
      form.moveFocus(by: 2)
    }
    #expect(form.rows("numbers").count <= FormField.rowLimit)
  }

  @Test func anEmptiedRowGoesOnceItIsLeft() {
    var form = FormTests.form(["numbers": [["1", ""], ["2", ""], ["3", ""]]])
    form.moveFocus(by: 3)
    form.edit(.control("u"))
    form.moveFocus(by: 1)
    form.removeEmptyRows()
    #expect(form.values["numbers"] == [["1", ""], ["3", ""]])
    #expect(form.focusedPlace == Self.place("numbers", 1))
  }

  @Test func aRowBecomesTheFirst() {
    var form = FormTests.form(["numbers": [["1", "mobile"], ["2", "work"]]])
    form.moveFocus(by: 3)
    form.moveRowToFront()
    #expect(form.values["numbers"] == [["2", "work"], ["1", "mobile"]])
    #expect(form.focusedPlace == Self.place("numbers"))
  }

  // MARK: Choices

  @Test func aChoiceIsFoundByTyping() {
    var form = FormTests.form(["status": [["new"]]])
    form.moveFocus(by: 2)
    #expect(form.focusedText.text == "Новий")
    form.edit(.character("О"))
    #expect(form.matches.map(\.value) == ["new", "work", "done"])
    form.edit(.character("б"))
    #expect(form.matches.map(\.value) == ["work"])
    #expect(form.isChoosing)
    form.takeChoice()
    #expect(form["status"] == "work")
    #expect(!form.isChoosing)
  }

  @Test func theWholeListOpensOnThePresentValue() {
    var form = FormTests.form(["status": [["work"]]])
    form.moveFocus(by: 2)
    form.openChoices()
    #expect(form.choice == 1)
    form.moveChoice(by: 1)
    form.moveChoice(by: 1)
    form.takeChoice()
    #expect(form["status"] == "done")
  }

  @Test func freeTextStaysUnlessAnOptionIsGoneTo() {
    var form = FormTests.form()
    form.moveFocus(by: 3)
    form.edit(.paste("Ган"))
    #expect(form.isChoosing)
    form.takeChoice()
    #expect(form["manager"] == "Ган")
    form.edit(.backspace)
    form.moveChoice(by: 1)
    form.takeChoice()
    #expect(form["manager"] == "Ганна")
  }

  @Test func anOptionThatBecomesKnownShowsItsText() {
    var form = FormTests.form(["manager": [["7"]]])
    form.offer([FormOption("7", text: "Петро")], in: "manager")
    #expect(form.fields[3].rows[0][0].text == "Петро")
    #expect(form["manager"] == "7")
    #expect(!form.hasUnsavedText)
  }

  // MARK: Values

  @Test func whatIsKeptComesBack() {
    var form = FormTests.form()
    form.edit(.paste("Ганна"))
    form.moveFocus(by: 1)
    form.edit(.paste("050"))
    var other = FormTests.form()
    other.restore(form.values)
    other.restore(["unknown": [["x"]], "note": []])
    #expect(other.values == form.values)
    #expect(other.hasUnsavedText)
    #expect(other.rows("numbers").count == 2)
  }

  @Test func textThatIsTakenBackIsNotUnsaved() {
    var form = FormTests.form(["name": [["Ганна"]]])
    form.edit(.character("x"))
    #expect(form.hasUnsavedText)
    form.edit(.backspace)
    #expect(!form.hasUnsavedText)
  }

  // MARK: Problems

  @Test func theFirstProblemHasTheCursorAndTypingTakesItAway() {
    var form = FormTests.form(["numbers": [["1", ""]]])
    form.moveFocus(by: -1)
    form.show([Self.place("numbers", 0, 1): "One.", Self.place("status"): "Two."])
    #expect(form.focusedPlace == Self.place("numbers", 0, 1))
    form.edit(.character("x"))
    #expect(form.problems == [Self.place("status"): "Two."])
  }
}
