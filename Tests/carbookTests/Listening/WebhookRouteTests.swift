import Domain
import Testing

@testable import carbook

@Suite("Paths that the listener knows")
struct WebhookRouteTests {
  @Test(arguments: [
    ("/health", WebhookRoute.health),
    ("/hook/abc/before", .hook(token: "abc", .before)),
    ("/hook/abc/answered", .hook(token: "abc", .answered)),
    ("/hook/abc/after", .hook(token: "abc", .after)),
    ("/hook/abc/before-outgoing", .hook(token: "abc", .beforeOutgoing)),
    ("/hook/abc/after-outgoing", .hook(token: "abc", .afterOutgoing)),
    ("/hook//before", .hook(token: "", .before)),
    ("/", .unknown), ("", .unknown), ("/hook", .unknown), ("/hook/abc", .unknown),
    ("/hook/abc/", .unknown), ("/hook/abc/later", .unknown), ("/hook/abc/before/", .unknown),
    ("/hook/abc/BEFORE", .unknown), ("/health/", .unknown), ("/hook/../health", .unknown),
    ("//hook/abc/before", .unknown),
  ])
  func route(path: String, route: WebhookRoute) {
    #expect(WebhookRoute(path: path) == route)
  }

  @Test(
    "A token matches itself alone",
    arguments: [
      ("abc", "abc", true), ("abd", "abc", false), ("ab", "abc", false), ("abcd", "abc", false),
      ("", "abc", false), ("", "", true), ("abc", "", false),
    ])
  func token(guess: String, secret: String, matches: Bool) {
    #expect(Token.matches(guess, secret) == matches)
  }

  @Test("A random token is 40 hex digits and never the same")
  func random() {
    let tokens = Set((0..<100).map { _ in Token.random() })
    #expect(tokens.count == 100)
    #expect(tokens.allSatisfy { $0.count == 40 && $0.allSatisfy(\.isHexDigit) })
  }
}
