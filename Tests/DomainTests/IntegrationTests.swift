import Domain
import Testing

@Suite struct IntegrationTests {
  @Test(arguments: [
    (String?.none, "http://127.0.0.1:8080/hook/t0ken"),
    ("https://shop.example/carbook", "https://shop.example/carbook/hook/t0ken"),
  ])
  func links(_ publicURL: String?, _ base: String) {
    let integration = Integration(
      id: Integration.ID(1), name: "Ringostat", token: "t0ken", zone: .kyiv, own: OwnNumbers(),
      publicURL: publicURL, isAvailable: true)
    let links = integration.links(base: "http://127.0.0.1:8080")
    let words = ["before", "answered", "after", "before-outgoing", "after-outgoing"]
    #expect(links.map(\.occasion.rawValue) == words)
    #expect(links.map(\.url) == words.map { "\(base)/\($0)" })
  }
}
