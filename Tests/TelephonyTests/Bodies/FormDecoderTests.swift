import Testing

@testable import Telephony

@Suite struct FormDecoderTests {
  @Test(arguments: [
    ("", ""), ("&&", ""), ("a=b", "a=b:0"), ("a", "a=:0"), ("a=", "a=:0"), ("=b", "=b:0"),
    ("a=b=c&d==", "a=b=c:0 d==:0"), ("a=1&a=2", "a=1:0 a=2:0"), ("%61=%62", "a=b:0"),
    ("a%5Bb%5D=1&a[b][c]=2&a[]=3&[b]=4", "b=1:1 c=2:1 a=3:0 b=4:0"), ("]=1&[]=2", "]=1:0 []=2:0"),
  ])
  func pairs(_ form: String, _ expected: String) {
    let pairs = FormDecoder.pairs(Array(form.utf8)).map { "\($0.name)=\($0.value):\($0.depth)" }
    #expect(pairs.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("a+b%20c", "a b c"), ("%2B", "+"), ("%d1%97", "ї"), ("%D1%97", "ї"), ("100%", "100%"),
    ("%", "%"), ("%2", "%2"), ("%zz", "%zz"), ("%+1", "% 1"), ("%00", "\u{0}"), ("%%41", "%A"),
    ("%BF", "ї"), ("ї", "ї"),
  ])
  func decoding(_ text: String, _ decoded: String) {
    #expect(FormDecoder.decode(Array(text.utf8)) == decoded)
  }
}
