import Testing

@testable import carbook

@Suite("A file's encoding")
struct TextEncodingTests {
  /// "Їжак;1" in each.
  private static let spellings: [(TextEncoding, mark: Int, bytes: [UInt8])] = [
    (.utf8, 0, Array("Їжак;1".utf8)),
    (.utf8, 3, [0xEF, 0xBB, 0xBF] + Array("Їжак;1".utf8)),
    (.windows1251, 0, [0xAF, 0xE6, 0xE0, 0xEA, 0x3B, 0x31]),
    (
      .utf16(isBigEndian: false), 2,
      [0xFF, 0xFE] + "Їжак;1".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    ),
    (
      .utf16(isBigEndian: true), 2,
      [0xFE, 0xFF] + "Їжак;1".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    ),
  ]

  @Test("is found out from its first bytes", arguments: spellings)
  func detected(encoding: TextEncoding, mark: Int, bytes: [UInt8]) {
    let found = TextEncoding.detect(bytes)
    #expect(found.encoding == encoding && found.markLength == mark)
    var text = Array(bytes.dropFirst(mark))
    if case .utf16(let isBigEndian) = encoding {
      var transcoder = UTF16Transcoder(isBigEndian: isBigEndian)
      text = transcoder.utf8(text)
    }
    #expect(encoding.text(text) == "Їжак;1")
  }

  @Test("is UTF-8 though the stretch ends within a character", arguments: 1...3)
  func cut(bytes: Int) {
    #expect(TextEncoding.detect(Array("ж🚗".utf8.dropLast(bytes))).encoding == .utf8)
  }

  @Test("of UTF-16 may cut pairs and units anywhere", arguments: [1, 2, 3, 5])
  func pairs(stretch: Int) {
    let units = "a🚗ж".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var transcoder = UTF16Transcoder(isBigEndian: false)
    var rest = units[...]
    var text: [UInt8] = []
    while !rest.isEmpty {
      text += transcoder.utf8(Array(rest.prefix(stretch)))
      rest = rest.dropFirst(stretch)
    }
    text += transcoder.utf8([])
    #expect(String(decoding: text, as: UTF8.self) == "a🚗ж")
  }

  @Test(
    "tells how the file is written",
    arguments: [
      ("{\"name\":1}", ImportFormat.jsonl), (" \n{", .jsonl), ("begin:vcard\r\n", .vcard),
      ("name;phone", .csv), ("", .csv),
    ])
  func format(text: String, format: ImportFormat) {
    #expect(ImportFormat(Array(text.utf8)) == format)
  }
}
