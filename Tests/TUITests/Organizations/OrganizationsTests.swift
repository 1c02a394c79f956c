import Domain
import Testing

@testable import TUI

@Suite struct OrganizationsTests {
  private static let fleet = Organization(
    id: Organization.ID(1), name: "Автопарк", memberCount: 1)

  private static func desk(
    _ columns: Int = 80, _ rows: Int = 24, language: Language = .english
  ) -> Desk {
    var desk = Desk.sample(columns, rows, language: language)
    desk.store.organizations = [
      fleet, Organization(id: Organization.ID(2), name: "Єврошина 山田", memberCount: 14),
      Organization(id: Organization.ID(3), name: "Бета", memberCount: 0),
    ]
    desk.press(.character("2"), .character("w"))
    return desk
  }

  @Test func theListIsInTheOrderOfTheAlphabet() {
    #expect(
      OrganizationsTests.desk(60, 15).frame.text[2...7].joined(separator: "\n") == """
        ┌ Organizations 3 ─────────────────────────────────────────┐
        │ Name                                            Contacts │
        │ Автопарк                                        1        │
        │ Бета                                            0        │
        │ Єврошина 山田                                   14       │
        │                                                          │
        """)
  }

  @Test func theSearchStandsAboveIt() {
    var desk = OrganizationsTests.desk(language: .ukrainian)
    desk.press(.character("/"))
    desk.type("єв")
    #expect(
      desk.frame.text[2...6].joined(separator: "\n") == """
        ┌ Організації 1 ───────────────────────────────────────────────────────────────┐
        │ Пошук  єв                                                                    │
        │ Імʼя                                                                Контакти │
        │ Єврошина 山田                                                       14       │
        │                                                                              │
        """)
    #expect(desk.frame.cursor == Position(column: 11, row: 3))
    desk.press(.enter, .escape)
    #expect(desk.state.keyContext == .organizations)
    #expect(desk.screen.contains("Бета"))
    desk.press(.escape)
    #expect(desk.state.layers.isEmpty)
  }

  @Test func aSearchThatFindsNothingSaysSo() {
    var desk = OrganizationsTests.desk()
    desk.press(.character("/"))
    desk.type("q")
    #expect(desk.screen.contains("│ None found."))
  }

  @Test func theCardHasTheMembers() {
    var desk = OrganizationsTests.desk()
    desk.press(.enter)
    #expect(
      desk.frame.text[2...5].joined(separator: "\n") == """
        ┌ Автопарк  1 ─────────────────────────────────────────────────────────────────┐
        │ Name                     Number            Organization       Manager        │
        │ Автопарк ТОВ             +380 44 200 50 00 Автопарк                          │
        │                                                                              │
        """)
    desk.press(.enter)
    #expect(desk.state.card(ClientCard.self)?.id == Sample.fleet.id)
    desk.press(.escape, .escape, .escape)
    #expect(desk.state.layers.isEmpty)
  }

  @Test func itIsRenamed() {
    var desk = OrganizationsTests.desk()
    desk.press(.enter, .character("e"), .end)
    desk.type(" ТОВ")
    desk.press(.function(2))
    #expect(desk.store.written == [.renameOrganization(Organization.ID(1), "Автопарк ТОВ")])
    #expect(desk.screen.contains("┌ Автопарк ТОВ  1 ─"))
    #expect(desk.screen.contains(" Renamed: Автопарк ТОВ; u undoes"))
    #expect(desk.store.drafts.isEmpty)
  }

  @Test func aNameThatIsTakenKeepsTheForm() {
    var desk = OrganizationsTests.desk()
    desk.press(.character("e"), .control("u"))
    desk.press(.function(2))
    #expect(desk.screen.contains("│ An organization needs a name."))
    desk.type("Бета")
    desk.store.refusal = .nameTaken
    desk.press(.function(2))
    #expect(desk.screen.contains(" Another one has this name already."))
    #expect(desk.state.topForm?.isSaving == false)
  }

  @Test func oneWithMembersIsNotDeleted() {
    var desk = OrganizationsTests.desk()
    desk.store.refusal = .hasMembers
    desk.press(.character("D"))
    #expect(desk.screen.contains(" Contacts belong to it: it is deleted when none does."))
    desk.store.refusal = nil
    desk.press(.down, .character("D"))
    #expect(desk.store.written.last == .deleteOrganization(Organization.ID(3)))
  }

  @Test func oneThatIsGoneTakesItsCardWithIt() {
    var desk = OrganizationsTests.desk()
    desk.press(.enter)
    desk.store.organizations.removeFirst()
    desk.send(.storeChanged)
    #expect(desk.state.keyContext == .organizations)
  }

  @Test func theMembersOfALargeOneComeByPages() {
    var desk = OrganizationsTests.desk()
    desk.store.contacts = (0..<500).map { index in
      let contact = Sample.named(Int64(1000 + index), "Клієнт \(1000 + index)", "0670001122")
      var draft = ContactDraft(contact)
      draft.organizations = ["Автопарк"]
      return contact.changed(to: draft)
    }
    desk.press(.enter, .end)
    #expect(desk.screen.contains("Клієнт 1499"))
    desk.press(.home)
    #expect(desk.screen.contains("Клієнт 1000"))
  }
}
