import Telephony
import Testing

@Suite("Percent-encoding (RFC 3986, section 2.1)")
struct PercentEncodingTests {
  @Test(
    "is undone, or nothing is read",
    arguments: [
      ("night", "night"), ("a+b", "a+b"), ("%41%62", "Ab"), ("100%25", "100%"),
      ("%D0%BD%D1%96%D1%87", "ніч"), ("%d0%bd", "н"), ("", ""),
      ("%", nil), ("50%", nil), ("%4", nil), ("%G1", nil), ("%+1", nil), ("%FF", nil),
      ("%D0", nil), ("%00", "\0"),
    ] as [(String, String?)])
  func decoded(text: String, decoded: String?) {
    #expect(PercentEncoding.decode(text) == decoded)
  }
}
