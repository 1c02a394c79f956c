import Domain
import Testing

@Suite struct CarbookLinkTests {
  @Test(arguments: [
    ("carbook://contact/42", CarbookLink.contact(Contact.ID(42))),
    ("CARBOOK://contact/42", .contact(Contact.ID(42))),
    ("carbook://order/A-10231", .order("A-10231")),
    ("carbook://order/%D0%84-1%2F2", .order("Є-1/2")),
    ("carbook://order/A%201", .order("A 1")),
    (
      "carbook://new?number=%2B380501112233",
      .newClient(PhoneNumber(kind: .international, text: "+380501112233"))
    ),
    (
      "carbook://new?number=+380501112233",
      .newClient(PhoneNumber(kind: .international, text: "+380501112233"))
    ),
  ])
  func leadsThere(_ text: String, _ link: CarbookLink) {
    #expect(CarbookLink(text, plan: .ukraine) == link)
    #expect(CarbookLink(link.text, plan: .ukraine) == link)
  }

  @Test(arguments: [
    "", "carbook:", "carbook://", "carbook://contact/", "carbook://contact/0",
    "carbook://contact/-1", "carbook://contact/+1", "carbook://contact/1/delete",
    "carbook://contact/1?delete=1", "carbook://contact/99999999999999999999",
    "carbook://contact/１", "carbook://contact/1;rm -rf", "carbook://order/",
    "carbook://order/..%00",
    "carbook://order/%1B%5B2J", "carbook://order/%E2%80%AE", "carbook://order/%FF",
    "carbook://order/%2", "carbook://order/%+1", "carbook://order/a/b", "carbook://order/a b",
    "carbook://order/a\nb", "carbook://new", "carbook://new?number=", "carbook://new?number=101",
    "carbook://new?number=ivanenko", "carbook://new?number=380501112233&call=1",
    "carbook://new?number=$(id)", "carbook://call?number=%2B380501112233", "carbook://quit",
    "https://contact/42", "javascript:alert(1)", "carbook://contact/42\u{202E}",
    "--store=/etc/passwd", "carbook://evil.example/contact/42",
    "carbook://order/" + String(repeating: "a", count: 3000),
  ])
  func leadsNowhere(_ text: String) {
    #expect(CarbookLink(text, plan: .ukraine) == nil)
  }
}
