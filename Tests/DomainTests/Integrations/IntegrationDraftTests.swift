import Domain
import Testing

@Suite struct IntegrationDraftTests {
  typealias Draft = IntegrationDraft

  @Test func aNewOneCanBeStoredAsItIs() {
    #expect(Draft().problems(plan: .ukraine) == [:])
    #expect(Draft().name == "Ringostat")
    #expect(Draft().zone == Zone.kyiv.identifier)
  }

  static let texts: [(Draft.Field, String, Draft.Problem?)] = [
    (.name, "  ", .empty),
    (.name, String(repeating: "я", count: 80), nil),
    (.name, String(repeating: "я", count: 10_000), .tooLong(limit: 80)),
    (.projectID, "", nil),
    (.projectID, " 123456 ", nil),
    (.projectID, "12a", .notDigits),
    (.projectID, "-12", .notDigits),
    (.projectID, "١٢٣", .notDigits),
    (.projectID, "12\u{1B}", .notDigits),
    (.projectID, String(repeating: "1", count: 10_000), .tooLong(limit: 20)),
    (.baseURL, "", nil),
    (.baseURL, "https://api.ringostat.net/", nil),
    (.baseURL, "http://127.0.0.1:9000/x", nil),
    (.baseURL, "http://api.ringostat.net", .notEncrypted),
    (.baseURL, "https://me@api.ringostat.net", .notAnAddress),
    (.baseURL, "https://api.ringostat.net/?a=1", .notAnAddress),
    (.baseURL, "api.ringostat.net", .notAnAddress),
    (.publicURL, "", nil),
    (.publicURL, "http://shop.example:8080", nil),
    (.publicURL, "ftp://shop.example", .notAnAddress),
    (.publicURL, "https://shop.example/\u{202E}", .notAnAddress),
    (.zone, "Europe/Warsaw", nil),
    (.zone, "", .unknownZone),
    (.zone, "Kyiv/Europe", .unknownZone),
    (.zone, "../../etc/passwd", .unknownZone),
    (.zone, String(repeating: "E", count: 10_000), .unknownZone),
    (.contactLink, "https://crm.example/c/{id}?n={number}", nil),
    (.contactLink, "carbook://contact/{id}", nil),
    (.leadLink, "javascript:alert(1)", .notATemplate),
    (.leadLink, "https://crm.example/{name}", .notATemplate),
    (.dealLink, "https://crm.example/a b", .notATemplate),
    (.dealLink, "https://", .notATemplate),
  ]

  @Test(arguments: texts) func eachFieldSaysWhatIsWrongWithIt(
    _ field: Draft.Field, _ text: String, _ problem: Draft.Problem?
  ) {
    var draft = Draft()
    switch field {
    case .name: draft.name = text
    case .projectID: draft.projectID = text
    case .baseURL: draft.baseURL = text
    case .zone: draft.zone = text
    case .publicURL: draft.publicURL = text
    case .contactLink: draft.contactLink = text
    case .leadLink: draft.leadLink = text
    case .dealLink: draft.dealLink = text
    default: Issue.record("no text: \(field)")
    }
    #expect(draft.problems(plan: .ukraine) == (problem.map { [field: $0] } ?? [:]))
  }

  static let keys: [(String, Draft.Problem?)] = [
    ("abcDEF123==", nil), ("\n  abc\r\n", nil), ("ab c", .notAKey), ("ab\nc", .notAKey),
    ("ab\u{1B}c", .notAKey), ("ключ", .notAKey), ("ab\u{200B}", .notAKey),
    (String(repeating: "k", count: 10_000), .tooLong(limit: 200)),
  ]

  @Test(arguments: keys) func aKeyIsTrimmedAndHasNoBlanksInside(
    _ text: String, _ problem: Draft.Problem?
  ) {
    var draft = Draft()
    draft.authKey = Secret(text)
    #expect(draft.authKey != nil)
    #expect(draft.problems(plan: .ukraine)[.authKey] == problem)
  }

  @Test func numbersComeInAnySpelling() {
    var draft = Draft()
    draft.ownNumbers = ["+380 44 000-00-09", "", "0440000010", "2345678"]
    #expect(draft.problems(plan: .ukraine) == [:])
    #expect(
      Set(draft.own(plan: .ukraine).numbers.map(\.text))
        == ["+380440000009", "+380440000010", "2345678"])
    draft.ownNumbers += ["380440000009", "101", "olena", "hidden"]
    #expect(
      draft.problems(plan: .ukraine) == [
        .ownNumber(4): .repeated, .ownNumber(5): .notANumber, .ownNumber(6): .notANumber,
        .ownNumber(7): .notANumber,
      ])
  }

  static let logins: [(String, Draft.Problem?)] = [
    ("shop_ivanenko", nil), ("101", nil), ("shop.i-1@sip", nil), ("", nil), ("a b", .notALogin),
    ("<a>", .notALogin), ("іван", .notALogin), ("380440000009", .numberAmongLogins),
    (String(repeating: "a", count: 65), .tooLong(limit: 64)),
  ]

  @Test(arguments: logins) func loginsAreNoNumbers(_ text: String, _ problem: Draft.Problem?) {
    var draft = Draft()
    draft.sipLogins = ["petro", text]
    #expect(draft.problems(plan: .ukraine)[.sipLogin(1)] == problem)
    draft.sipLogins = ["petro", "petro"]
    #expect(draft.problems(plan: .ukraine) == [.sipLogin(1): .repeated])
  }

  static let addresses: [(String, String?)] = [
    ("https://Shop.Example/carbook/", "https://shop.example/carbook"),
    ("HTTP://127.0.0.1:8080", "http://127.0.0.1:8080"),
    ("https://[2001:db8::1]:443/", "https://[2001:db8::1]:443"),
    ("https://shop.example:0", nil), ("https://shop.example:99999", nil),
    ("https://shop.example:+80", nil), ("https://shop.example:", nil),
    ("https://2130706433", nil), ("https://0x7f000001", nil), ("https://127.1", nil),
    ("https://127.0.0.01", nil), ("https://", nil), ("https:///x", nil),
    ("https://a..b", nil), ("https://-a.b", nil), ("https://a_b.c", nil),
    ("https://user:pw@host", nil), ("https://host\\@evil", nil), ("https://host/#x", nil),
    ("https://host/a//b", nil), ("https://host/a b", nil), ("https://host/%2e", nil),
    ("-v", nil), ("", nil), ("https://хост.укр", nil),
    ("https://host/" + String(repeating: "a", count: 10_000), nil),
  ]

  @Test(arguments: addresses) func anAddressIsAHostAndAPlainPath(_ text: String, _ kept: String?) {
    #expect(WebAddress(text)?.text == kept)
  }

  @Test(arguments: [
    ("http://localhost:1", true), ("http://127.8.8.8", true), ("http://[::1]", true),
    ("http://127.example", false), ("http://10.0.0.1", false), ("http://localhost.example", false),
  ])
  func loopbackIsThisMachine(_ text: String, _ isLoopback: Bool) {
    #expect(WebAddress(text)?.isLoopback == isLoopback)
  }

  @Test func aSecretIsInNoDescription() throws {
    let secret = try #require(Secret(" k3y\n"))
    var draft = Draft()
    draft.authKey = secret
    let integration = Integration(
      id: Integration.ID(1), name: "a", token: "t", project: ProviderProject(authKey: secret))
    var dumped = ""
    dump(integration, to: &dumped)
    for text in ["\(secret)", String(reflecting: draft), "\(integration)", dumped] {
      #expect(!text.contains("k3y"))
      #expect(text.contains("••••••••"))
    }
    #expect(secret.revealed == "k3y")
    #expect(Secret(" \n\t") == nil)
  }
}
