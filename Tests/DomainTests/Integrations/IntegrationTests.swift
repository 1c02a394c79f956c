import Domain
import Testing

@Suite struct IntegrationTests {
  @Test(arguments: [
    (String?.none, "http://127.0.0.1:8080"),
    ("https://shop.example/carbook", "https://shop.example/carbook"),
  ])
  func links(_ publicURL: String?, _ base: String) {
    let integration = Integration(
      id: Integration.ID(1), name: "Ringostat", token: "t0ken", publicURL: publicURL)
    let links = integration.links(base: "http://127.0.0.1:8080")
    let words = ["before", "answered", "after", "before-outgoing", "after-outgoing"]
    #expect(links.map(\.occasion.rawValue) == words)
    #expect(links.map(\.url) == words.map { "\(base)/hook/t0ken/\($0)" })
    #expect(
      integration.routingLink(base: "http://127.0.0.1:8080") == "\(base)/route/t0ken")
  }

  @Test func aReplacedTokenIsAcceptedTillItsTime() {
    let noon = Timestamp(seconds: 1_790_000_000)
    let integration = Integration(
      id: Integration.ID(1), name: "Ringostat", token: "new",
      previousTokens: [Integration.PreviousToken(token: "old", until: noon)])
    #expect(integration.acceptedTokens(at: noon.advanced(bySeconds: -1)) == ["new", "old"])
    #expect(integration.acceptedTokens(at: noon) == ["new"])
  }
}
