import Testing

@testable import carbook

@Suite("Printed records")
struct WriterTests {
  private var record: Record {
    var record = Record()
    record.add("id", .number(7), inTable: true)
    record.add("name", .text("Іваненко \"Оля\", ТОВ"), inTable: true)
    record.add("none", .text(nil), inTable: true)
    record.add("numbers", .list(["+380501112233", "101"]), inTable: true)
    record.add("utm", .object([("utm_source", "google"), ("utm_medium", nil)]))
    return record
  }

  @Test("as JSON are one object a line")
  func json() {
    #expect(
      JSONWriter().lines(for: [record]) == [
        #"{"id":7,"name":"Іваненко \"Оля\", ТОВ","none":null,"#
          + #""numbers":["+380501112233","101"],"utm":{"utm_source":"google","utm_medium":null}}"#
      ])
  }

  @Test("as CSV have a header once")
  func csv() {
    var writer = CSVWriter()
    #expect(
      writer.lines(for: [record]) == [
        "id,name,none,numbers,utm_source,utm_medium",
        #"7,"Іваненко ""Оля"", ТОВ",,+380501112233; 101,google,"#,
      ])
    #expect(writer.lines(for: [record]).count == 1)
  }

  @Test("as plain text are a line for each value that is there, and cut nowhere")
  func plain() {
    var second = Record()
    second.add(
      "first_miss", .text("a\u{1B}[2J\nb" + String(repeating: "ї", count: 90)), inTable: true)
    second.add("hidden", .text("not in the table"))
    second.add("note", .text("зателефонувати"))
    var writer = PlainWriter()
    #expect(
      writer.lines(for: [record]) == [
        "id: 7", "name: Іваненко \"Оля\", ТОВ", "numbers: +380501112233, 101",
      ])
    #expect(
      writer.lines(for: [second]) == [
        "", "first miss: a\u{FFFD}[2J b" + String(repeating: "ї", count: 90),
        "note: зателефонувати",
      ])
  }

  @Test("as a table line up by what is seen, not by code units")
  func table() {
    var other = Record()
    other.add("id", .number(12), inTable: true)
    other.add("name", .text("日本"), inTable: true)
    other.add("none", .text("x"), inTable: true)
    other.add("numbers", .list([]), inTable: true)
    var writer = TableWriter()
    #expect(
      writer.lines(for: [record, other]) == [
        "ID  NAME                 NONE  NUMBERS",
        "7   Іваненко \"Оля\", ТОВ        +380501112233, 101",
        "12  日本                 x",
      ])
  }

  @Test(
    "never carry what a terminal would act on",
    arguments: [
      ("\u{1B}[2J", #""\u001b[2J""#), ("\u{9B}1m", #""\u009b1m""#), ("a\u{202E}b", #""a\u202eb""#),
      ("\u{200B}", #""\u200b""#), ("\u{E0041}", #""\udb40\udc41""#), ("\r\n\t", #""\r\n\t""#),
      ("\u{0}", #""\u0000""#), ("🚗", #""🚗""#),
    ])
  func jsonEscapes(text: String, json: String) {
    #expect(JSONWriter.string(text) == json)
  }

  @Test(
    "guard a spreadsheet against formulas",
    arguments: [
      ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-1", "'-1"),
      ("+380501112233", "+380501112233"),
      ("+380501112233; +380671112233", "+380501112233; +380671112233"),
      ("\t=1+1", "' =1+1"), ("\r@x", "' @x"), ("  -1", "'  -1"), ("a=1", "a=1"),
      ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"), ("a,b", "\"a,b\""),
      ("line\nbreak", "line break"),
    ])
  func formulas(text: String, cell: String) {
    #expect(CSVWriter.quoted(text) == cell)
  }
}
