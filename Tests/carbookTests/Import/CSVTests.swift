import Testing

@testable import carbook

@Suite("CSV that is imported")
struct CSVTests {
  private static let cases: [(String, [String])] = [
    // RFC 4180, section 2.
    ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", ["1: aaa|bbb|ccc", "2: zzz|yyy|xxx"]),
    ("aaa,bbb,ccc", ["1: aaa|bbb|ccc"]),
    ("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz", ["1: aaa|b\nbb|ccc", "3: zzz"]),
    ("\"aaa\",\"b\"\"bb\",\"ccc\"", ["1: aaa|b\"bb|ccc"]),
    ("\"a,a\",b", ["1: a,a|b"]),
    (",,", ["1: ||"]),
    ("\"\",\"\"", ["1: |"]),
    ("\"\"\"\"", ["1: \""]),
    // What is not in it.
    ("a b , \"c\" ,d", ["1: a b |c|d"]),
    ("a\"b,c", ["1: a\"b|c"]),
    ("\n\na\n\n", ["3: a"]),
    ("\"a\"b,c\nd", ["1: ! Text follows a closing quotation mark.", "2: d"]),
    ("\"a\nb\nc", ["1: ! A quotation mark is opened and never closed.", "2: b", "3: c"]),
    (
      "x,\"a\ny,\"b\nz",
      ["1: ! A quotation mark is opened and never closed."]
        + ["2: ! A quotation mark is opened and never closed.", "3: z"]
    ),
  ]

  @Test("is cut into records and fields", arguments: cases)
  func records(text: String, wanted: [String]) throws {
    for stretch in [1, 4, 100] {
      var records = CSVRecords(lines(text, stretch: stretch), encoding: .utf8)
      var read: [String] = []
      while let row = try records.next() {
        read.append(written(row) { $0.joined(separator: "|") })
      }
      #expect(read == wanted)
    }
  }

  @Test("has a record of any number of lines up to a limit, then costs its first line only")
  func limit() throws {
    let text = "\"" + String(repeating: "line\n", count: CSVRecords.limit / 4) + "\nlast"
    var records = CSVRecords(lines(text, stretch: 4096), encoding: .utf8)
    #expect(try records.next()?.content == .failure(.openQuote))
    #expect(try records.next()?.content == .success(["line"]))
  }

  private static let separators: [(String, String)] = [
    ("name;phone\nО;1", "2: name=О number=1"), ("name,phone\nО,1", "2: name=О number=1"),
    ("name\tphone\nО\t1", "2: name=О number=1"), ("sep=;\nname;phone\nО;1", "3: name=О number=1"),
    ("name\nО", "2: name=О"), ("name;phone\n\"О;х\";1", "2: name=О;х number=1"),
    ("name;\"phone\"\nО,х;1", "2: name=О,х number=1"),
    ("name,phone;x\nО,1", "2: name=О"), ("phone\n1;2", "2: number=1/2"),
    ("name;phone;;\nО;1;;;;", "2: name=О number=1"),
    ("name;phone\nО;1;2", "2: ! The line has more columns than the first line names."),
    ("name;phone\n'+1+1;'-х", "2: name=+1+1 number=-х"), ("name;x\nО;1", "2: name=О"),
  ]

  @Test("names its columns, by whatever separator", arguments: separators)
  func separator(text: String, wanted: String) throws {
    let rows = try CSVRows<ContactField>(lines(text), encoding: .utf8)
    #expect(try all(rows).map { written($0, values) } == [wanted])
  }

  @Test("says which columns nobody understands, and needs one that somebody does")
  func unknown() throws {
    let rows = try CSVRows<ContactField>(lines("name;Щось;;phone;foo"), encoding: .utf8)
    #expect(rows.unknownNames == ["Щось", "foo"])
    let failure = CommandFailure("The first line of the file does not name its columns.")
    for text in ["", "Олена;0501234567", "\"name"] {
      #expect(throws: failure) { try CSVRows<ContactField>(lines(text), encoding: .utf8) }
    }
  }

  private func values(_ values: FieldValues<ContactField>) -> String {
    values.all.map { field, texts in
      let name =
        switch field {
        case .number: "number"
        default: "\(field)"
        }
      return "\(name)=\(texts.joined(separator: "/"))"
    }.joined(separator: " ")
  }
}
