import Testing

@testable import carbook

@Suite("Lines of a file")
struct LineReaderTests {
  private func read(_ reader: LineReader) throws -> [String] {
    var reader = reader
    var read: [String] = []
    while let line = try reader.next() {
      read.append("\(line.number):\(String(decoding: line.bytes, as: UTF8.self))")
    }
    return read
  }

  @Test(
    "end with LF, CRLF or CR, wherever the stretches are cut",
    arguments: [
      ("", []), ("a", ["1:a"]), ("a\n", ["1:a"]), ("a\nb", ["1:a", "2:b"]),
      ("a\r\nb\r\n", ["1:a", "2:b"]), ("a\rb\r", ["1:a", "2:b"]),
      ("\n\na", ["1:", "2:", "3:a"]), ("a\r\n\r\nb", ["1:a", "2:", "3:b"]),
      ("a\n\rb", ["1:a", "2:", "3:b"]),
    ] as [(String, [String])])
  func ends(text: String, wanted: [String]) throws {
    for stretch in 1...5 { #expect(try read(lines(text, stretch: stretch)) == wanted) }
  }

  @Test("are read again where they are put back")
  func again() throws {
    var reader = lines("a\nb\nc\n")
    let first = try [reader.next(), reader.next()].compactMap { $0 }
    reader.putBack(first)
    #expect(try read(reader) == ["1:a", "2:b", "3:c"])
  }

  @Test("of more than a mebibyte are passed over, and the next is read")
  func long() throws {
    var reader = lines(
      String(repeating: "x", count: LineReader.limit + 1) + "\ny", stretch: 100_000)
    let first = try #require(try reader.next())
    #expect(first.isTooLong && first.bytes.isEmpty)
    #expect(try reader.next() == Line(number: 2, bytes: Array("y".utf8)))
  }
}
