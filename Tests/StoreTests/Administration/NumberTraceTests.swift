import Domain
import Testing

@testable import Store

struct NumberTraceTests {
  @Test func whatIsTooShortOrNoClientsIsNotLookedFor() {
    for text in ["101", "ivanenko", "234567"] {
      let number = Shop.number(text)
      #expect(number.map { NumberTrace($0, plan: .ukraine) == nil } == true, "\(text)")
    }
  }

  @Test(arguments: [
    ("+380501112233", "+380***"), ("380501112233", "380***"), ("0501112233", "0***"),
    ("80501112233", "80***"), ("00380501112233", "00380***"),
    ("call (050) 111-22-33 or write", "call (0*** or write"),
    ("+38 050 111 22 33, Olena", "+38 0***, Olena"), ("050.111.22.33/34", "0***/34"),
    ("caller=%2B380501112233&x=1", "caller=%2B380***&x=1"), ("050%20111%2022%2033", "0***"),
    ("\\u002b380501112233", "\\u002b380***"), ("05\\u0030\\u0031112233", "0***"),
    ("050\u{A0}111\u{2011}22\u{2009}33", "0***"),
    ("0501112233, 0501112233", "0***, 0***"), ("14 0501112233", "14 0***"),
  ])
  func allSpellingsAreFound(text: String, clean: String) throws {
    let number = try #require(Shop.number("0501112233"))
    let trace = try #require(NumberTrace(number, plan: .ukraine))
    #expect(trace.isIn(text))
    #expect(trace.replaced(in: text, by: "***") == clean)
  }

  @Test(arguments: [
    "", "0501112234", "50111\"22\"33", "501112x233", "050111223", "%", "%5", "\\u00", "\u{442}",
    "{\"duration\":50,\"wait\":111,\"id\":2233}",
  ])
  func otherTextIsLeftAsItIs(text: String) throws {
    let number = try #require(Shop.number("0501112233"))
    let trace = try #require(NumberTrace(number, plan: .ukraine))
    #expect(!trace.isIn(text))
    #expect(trace.replaced(in: text, by: "***") == nil)
  }
}
