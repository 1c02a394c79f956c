import Testing

@testable import Telephony

@Suite struct ProviderWordsTests {
  @Test(
    arguments: [
      (#"{"message":"fullName is bad"}"#, "fullName is bad"),
      (#"{"code":1,"error":"no such project"}"#, "no such project"),
      (#"{"error":{"code":1}}"#, #"{"error":{"code":1}}"#),
      ("Incorrect field: x", "Incorrect field: x"),
      (#"{"message":"half"#, #"{"message":"half"#), ("", nil), (" \r\n", nil),
      ("<html><h1>403</h1></html>", nil),
    ] as [(String, String?)])
  func whatIsSaid(_ body: String, _ text: String?) {
    #expect(ProviderWords.text(Array(body.utf8)) == text)
  }
}
