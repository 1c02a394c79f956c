import Domain
import TUI
import Testing

@testable import carbook

/// Which questions take the place of which.
@Suite struct QuestionTests {
  private static func contacts(
    _ search: String, _ asker: ListAsker, of organization: Int64? = nil, limit: Int = 100
  ) -> String? {
    Question.name(
      of: .loadContacts(
        ContactRequest(
          anchor: .first, limit: limit, search: search,
          organization: organization.map { Organization.ID($0) }, asker: asker)))
  }

  private static func orders(_ search: String, _ asker: ListAsker) -> String? {
    Question.name(
      of: .loadOrders(
        OrderRequest(
          anchor: .first, limit: 100, filter: OrderFilter(search: search), asker: asker)))
  }

  @Test func whatIsTypedOnTakesThePlaceOfWhatWasTypedBefore() {
    #expect(Self.contacts("о", .list) == Self.contacts("ол", .list))
    #expect(Self.orders("о", .picker) == Self.orders("ол", .picker))
  }

  @Test func aListAndWhatLiesOverItAreBothAnswered() {
    let names = [
      Self.contacts("о", .list), Self.contacts("о", .picker), Self.contacts("о", .field),
      Self.contacts("", .list, of: 1), Self.contacts("", .picker, of: 1),
      Self.contacts("", .list, of: 1, limit: 1),
      Self.orders("о", .list), Self.orders("о", .picker),
    ]
    #expect(Set(names).count == names.count)
    #expect(!names.contains(nil))
  }

  @Test func aPageThatTakesNoTimeWaitsForNoOther() {
    #expect(Self.orders("", .list) == nil)
    #expect(Self.contacts("", .list) == nil)
    #expect(Question.name(of: .loadLog(LogRequest(anchor: .first, limit: 100))) == nil)
  }
}
