import Testing

@testable import Telephony

@Suite struct JSONReaderTests {
  private func entries(_ json: String) -> [JSONReader.Entry]? {
    JSONReader.entries(Array(json.utf8))
  }

  @Test(arguments: [
    (#"{"a":"b"}"#, JSONScalar.string("b")), (#"{"a":""}"#, .string("")),
    (#"{"a":1}"#, .number("1")), (#"{"a":-0.50e+3}"#, .number("-0.50e+3")),
    (#"{"a":007}"#, .number("007")), (#"{"a":true}"#, .boolean(true)),
    (#"{"a":false,}"#, .boolean(false)),
    (#"{"a":"\"\\\/\b\f\n\r\t"}"#, .string("\"\\/\u{8}\u{C}\n\r\t")),
    (#"{"a":"\u0457\u0407"}"#, .string("їЇ")), (#"{"a":"\ud83d\ude00"}"#, .string("😀")),
    (#"{"a":"\ud83d"}"#, .string("\u{FFFD}")), (#"{"a":"\ude00x"}"#, .string("\u{FFFD}x")),
    (#"{"a":"\ud83d\u0041"}"#, .string("\u{FFFD}A")), (#"{"a":"\u12"}"#, .string("\u{FFFD}12")),
    (#"{"a":"\u0000"}"#, .string("\u{0}")), (#"{"a":"\'\q"}"#, .string("'q")),
    ("{\"a\":\"1\n\t\u{0}2\"}", .string("1\n\t\u{0}2")), (#"{"\u0061":"Ї"}"#, .string("Ї")),
  ])
  func scalars(_ json: String, _ value: JSONScalar) {
    #expect(entries(json) == [JSONReader.Entry(name: "a", value: value, depth: 0)])
  }

  @Test(arguments: [
    ("{}", ""), (#"{"a":null}"#, ""), ("[]", ""), ("[[[]]]", ""), ("[1,2]", ""),
    (#"{"a":1,"b":{"c":2,"d":{"e":3}}}"#, "a0 c1 e2"), (#"[{"a":1}]"#, "a0"),
    (#"{"p":[{"a":1}],"b":2}"#, "a1 b0"), (#"{"p":[{"a":1},{"b":1}]}"#, ""),
    (#"{"p":[1,{"a":1}],"q":["]",{"x":"}\"]"}],"b":2}"#, "b0"),
    (#"{"a":{"a":{"a":{"a":{"a":{"a":1,"b":2},"c":3}}}}}"#, "a5 b5 c4"),
    (#"{"a":{"a":{"a":{"a":{"a":{"a":{"deep":1},"b":2}}}}}}"#, "b5"),
  ])
  func nesting(_ json: String, _ expected: String) {
    #expect(entries(json)?.map { "\($0.name)\($0.depth)" }.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    "", " ", "1", "\"a\"", "null", "{", "[", "}", "]", "{]", "[}", #"{"a"}"#, #"{"a":}"#, #"{a:1}"#,
    #"{"a":1 "b":2}"#, #"{"a":1}}"#, #"{"a":1}x"#, #"{"a":"b"#, #"{"a":"b\"#, #"{"a":"\u00"#,
    #"{"a":tru}"#, #"{"a":-}"#, #"{"a":1.}"#, #"{"a":1e}"#, #"{"a":.5}"#, #"{"a":+1}"#, "{,}",
    #"{"a":[1}"#, #"[{"a":1]"#, "{\"a\":1\u{1}}",
  ])
  func refusals(_ json: String) {
    #expect(entries(json)?.isEmpty ?? true)
  }
}
