import Domain
import Testing

@testable import TUI

@Suite struct IntegrationFormTests {
  typealias Field = IntegrationForm.Field

  private static let key = "s3cr3t-k3y"

  private static func sample(
    _ language: Language = .english, columns: Int = 80, rows: Int = 24
  ) -> Desk {
    var desk = Desk.sample(columns, rows, language: language)
    var draft = IntegrationDraft(SettingsScreenTests.integration)
    draft.projectID = "12345"
    draft.authKey = Secret(key)
    desk.integrations = [SettingsScreenTests.integration.changed(to: draft)]
    desk.send(.storeChanged)
    desk.press(.character("6"))
    return desk
  }

  private static func go(to field: Field, in desk: inout Desk) {
    for _ in 0..<40 where desk.state.topForm?.form.focusedField.id != field.rawValue {
      desk.press(.tab)
    }
  }

  private static func fill(_ field: Field, _ text: String, in desk: inout Desk) {
    go(to: field, in: &desk)
    desk.press(.control("u"))
    desk.send(.key(.paste(text)))
  }

  @Test func enterChangesIt() {
    var desk = Self.sample()
    desk.press(.enter)
    #expect(
      desk.body == """
         toda│ Type                  SIP                                          │
        ┌ Set│ Telephony API         Ringostat                                    │────┐
        │ Thi│ Name                  Ringostat                                    │    │
        │ Sto│ Available             on                                           │    │
        │    │ Ringostat Project id  12345                                        │    │
        │ Rin│ Ringostat Auth-key    ••••••••••                                   │    │
        │   R│ API base URL          https://api.ringostat.net                    │    │
        │   R│ Project's time zone   Europe/Kyiv                                  │    │
        │   A│ Our numbers           +380 44 200 00 01                            │    │
        │   P│                                                                    │    │
        │   O│ SIP logins                                                         │    │
        │   S│ Public base URL                                                    │    │
        │   P│ New numbers           ask: “New client on Carbook”                 │    │
        │   N│ Tell the phone        on                                           │    │
        │   b│ Contact's page                                                     │    │
        │   a│ Lead's page                                                        │    │
        │   a│ Order's page                                                       │    │
        │   b│                                                                    │    │
        │   a│                                                                    │    │
        │   r└────────────────────────────────────────────────────────────────────┘    │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func aNewOneHasTheUsualValues() {
    var desk = Self.sample(.ukrainian, columns: 60, rows: 15)
    desk.press(.character("N"))
    #expect(
      desk.body == """
        │ Тип                   SIP                                │
        │ API телефонії         Ringostat                          │
        │ Назва                 Ringostat                          │
        │ Доступна              увімкнено                          │
        │ Ringostat Project id                                     │
        │ Ringostat Auth-key                                       │
        │ Адреса API            https://api.ringostat.net          │
        │ Часовий пояс проєкту  Europe/Kyiv                        │
        │ Наші номери                                              │
        │ SIP-логіни                                               │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func whatIsFilledInIsSaved() {
    var desk = Self.sample()
    desk.press(.character("N"))
    Self.fill(.name, "  Друга  ", in: &desk)
    Self.fill(.project, "77", in: &desk)
    Self.fill(.authKey, "  abc\n", in: &desk)
    Self.fill(.zone, "Europe/Warsaw", in: &desk)
    Self.fill(.ownNumbers, "0440000010", in: &desk)
    Self.fill(.sipLogins, "shop_petro", in: &desk)
    Self.fill(.publicURL, "https://Shop.example/", in: &desk)
    desk.press(.function(2))
    guard case .createIntegration(let draft)? = desk.store.written.last else {
      Issue.record("\(desk.screen)")
      return
    }
    #expect(draft.name == "Друга")
    #expect(draft.projectID == "77")
    #expect(draft.authKey == Secret("abc"))
    #expect(draft.zone == "Europe/Warsaw")
    #expect(draft.ownNumbers.first == "+380 44 000 00 10")
    #expect(draft.logins == ["shop_petro"])
    #expect(draft.publicURL == "https://shop.example")
    #expect(draft.isAvailable && draft.announcesNewNumbers && draft.newNumbers == .ask)
    #expect(desk.state.layers.isEmpty)
    #expect(desk.screen.contains("Saved: Друга. Copy its links to the provider."))
    #expect(desk.state.settings.integration?.name == "Друга")
  }

  static let mistakes: [(Field, String, String)] = [
    (.name, " ", "It needs a name."),
    (.name, String(repeating: "a", count: 10_000), "At most 80 characters fit here."),
    (.project, "12a", "A project id is digits only"),
    (.project, "\u{1B}[31m1", "A project id is digits only"),
    (.authKey, "two\nlines", "This is not an auth key"),
    (.authKey, "a\u{202E}b", "This is not an auth key"),
    (.authKey, String(repeating: "k", count: 10_000), "At most 200 characters fit here."),
    (.baseURL, "http://api.ringostat.net", "The key would travel in the clear"),
    (.baseURL, "https://me:pw@host", "This wants an address like"),
    (.zone, "Mars/Base", "The system knows no such zone"),
    (.ownNumbers, "olena", "This is not a number that can be dialled"),
    (.sipLogins, "0440000010", "This is a number: it belongs among our numbers."),
    (.publicURL, "shop", "This wants an address like"),
    (.contactLink, "https://crm/{x}", "This wants a link"),
    (.connection, "PRI", "This is not one of"),
  ]

  @Test(arguments: mistakes) func aMistakeIsOneSentenceAndNothingIsSaved(
    _ field: Field, _ text: String, _ sentence: String
  ) {
    var desk = Self.sample()
    desk.press(.enter)
    Self.fill(field, text, in: &desk)
    desk.press(.function(2))
    #expect(desk.screen.contains(sentence) || field == .connection, "\(desk.screen)")
    #expect(desk.state.topForm?.form.focusedField.id == field.rawValue)
    #expect(desk.store.written.isEmpty)
  }

  // MARK: The key

  @Test func theKeyIsOnNoScreenAndInNoDraft() {
    var desk = Self.sample()
    let hides = { (desk: Desk) in
      !desk.screen.contains(Self.key) && !desk.screen.contains("an0ther")
    }
    #expect(hides(desk))
    desk.press(.enter)
    Self.go(to: .authKey, in: &desk)
    #expect(hides(desk))
    #expect(desk.screen.contains("Never shown, and not kept in an unfinished form."))
    desk.type("an0ther")
    #expect(hides(desk) && desk.screen.contains("•••••••  "))
    Self.fill(.name, "Other name", in: &desk)
    desk.press(.escape)
    #expect(hides(desk))
    #expect(desk.store.drafts.count == 1)
    let kept = desk.store.drafts[0].fields.map { $0.name + $0.text }.joined()
    #expect(kept.contains("Other name"))
    #expect(!kept.contains(Self.key) && !kept.contains("an0ther") && !kept.contains("authKey"))
    // What was left is there again, with the key that is stored.
    desk.press(.enter, .function(2))
    guard case .updateIntegration(_, _, let draft)? = desk.store.written.last else {
      Issue.record("\(desk.screen)")
      return
    }
    #expect(draft.name == "Other name")
    #expect(draft.authKey == Secret(Self.key))
    #expect(desk.store.drafts.isEmpty)
  }

  @Test func aKeyAloneLeavesNoDraftAndSaysSo() {
    var desk = Self.sample()
    desk.press(.enter)
    Self.go(to: .authKey, in: &desk)
    desk.type("an0ther")
    desk.press(.escape)
    #expect(desk.store.drafts.isEmpty)
    #expect(desk.screen.contains("The auth key was not saved, and is not kept."))
  }

  @Test func typingTakesTheOldKeysPlace() {
    var desk = Self.sample()
    desk.press(.enter)
    Self.go(to: .authKey, in: &desk)
    desk.type("an0ther")
    desk.press(.function(2))
    guard case .updateIntegration(_, _, let draft)? = desk.store.written.last else { return }
    #expect(draft.authKey == Secret("an0ther"))
  }

  @Test func backspaceRemovesIt() {
    var desk = Self.sample()
    desk.press(.enter)
    Self.go(to: .authKey, in: &desk)
    desk.press(.backspace, .function(2))
    #expect(desk.integrations[0].project.authKey == nil)
    #expect(desk.screen.contains("Ringostat Auth-key    not set"))
  }

  // MARK: Two consoles

  @Test func whatSomebodyElseHasSavedMeanwhileIsShownBesideMine() {
    var desk = Self.sample()
    desk.press(.enter)
    Self.fill(.name, "Mine", in: &desk)
    // Another console has put in another key and another project.
    var draft = IntegrationDraft(desk.integrations[0])
    draft.projectID = "999"
    draft.authKey = Secret("an0ther")
    desk.integrations = [desk.integrations[0].changed(to: draft)]
    desk.send(.storeChanged)
    desk.press(.function(2))
    #expect(desk.screen.contains("Mine"))
    #expect(desk.screen.contains("999"))
    #expect(!desk.screen.contains("an0ther") && !desk.screen.contains(Self.key))
    // Each side's own change is chosen already.
    desk.press(.function(2))
    #expect(desk.integrations[0].name == "Mine")
    #expect(desk.integrations[0].project == ProviderProject(id: "999", authKey: Secret("an0ther")))
    #expect(desk.state.layers.isEmpty)
  }

  @Test func anotherZoneSaysWhatToDoWithWhatIsThere() {
    var desk = Self.sample()
    desk.press(.enter)
    Self.fill(.zone, "Europe/Warsaw", in: &desk)
    desk.press(.function(2))
    #expect(
      desk.screen.contains("Saved. Kept deliveries are read in the new zone by “carbook replay”."))
  }

  @Test func anUnfinishedOneOpensFromTheList() {
    var desk = Self.sample()
    desk.press(.character("N"))
    Self.fill(.name, "Half", in: &desk)
    desk.press(.escape, .character("1"), .character("R"))
    #expect(desk.screen.contains("New integration  Half"))
    desk.press(.enter)
    #expect(desk.state.topForm?.form[Field.name.rawValue] == "Half")
  }
}
