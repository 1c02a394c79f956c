import Domain
import Testing

@testable import TUI

extension Sample {
  static let refusal = ProviderProblem(.refused, code: 422, words: "phone \u{1B}[2Jis bad")

  /// A refused contact, a new client and an organization that wait.
  static let outbox: [OutboxItem] = [
    OutboxItem(
      id: Identifier(1), integration: Integration.ID(1), subject: .contact(olena.id),
      name: "Іваненко Олена", number: olena.numbers.first?.number, queued: at("14:20"),
      problem: refusal),
    OutboxItem(
      id: Identifier(2), integration: Integration.ID(1),
      subject: .number(PhoneNumber(kind: .international, text: "+380501234567")), name: nil,
      number: PhoneNumber(kind: .international, text: "+380501234567"), queued: at("14:31"),
      problem: nil),
    OutboxItem(
      id: Identifier(3), integration: Integration.ID(1), subject: .organization(Identifier(2)),
      name: "山田商事", number: nil, queued: at("14:31"), problem: nil),
  ]

  static func status(
    _ troubles: ProviderStatus.Trouble..., refused: Int = 0, skew: Int64 = 0
  ) -> ProviderStatus {
    ProviderStatus(
      integration: Integration.ID(1), name: "Ringostat", isReady: true, waiting: 2,
      refused: refused, troubles: troubles, complete: at("14:30"), skew: skew)
  }
}

@Suite struct ProviderScreenTests {
  private func console(
    _ language: Language = .english, _ change: (inout FakeStore) -> Void = { _ in }
  ) -> Console {
    var store = Sample.store
    change(&store)
    return Console(store: store, language: language)
  }

  // MARK: The outbox

  @Test func whatWaitsAndWhatWasRefused() {
    var console = console { store in
      store.outbox = Sample.outbox
      store.provider = [Sample.status(refused: 1)]
    }
    console.type(":outbox")
    console.press(.enter)
    #expect(console.screen.contains("[Outbox]"))
    #expect(console.screen.contains("Іваненко Олена"))
    // The reason is read whole, and is made harmless.
    #expect(console.screen.contains("The provider refuses it (422). It says: phone"))
    #expect(!console.screen.contains("\u{1B}"))
    #expect(console.screen.contains("+380 50 123 45 67"))
    console.press(.character("r"))
    #expect(console.store.written == [.retryPush(Identifier(1))])
    #expect(console.screen.contains("It is tried again."))
    console.press(.down, .character("r"))
    #expect(console.screen.contains("It was not refused: it waits for its turn."))
    console.press(.character("D"))
    #expect(console.store.written.last == .dropPush(Identifier(2)))
    console.press(.character("A"))
    #expect(console.store.written.last == .retryPush(nil))
    console.press(.character("k"), .enter)
    #expect(console.state.card(ClientCard.self)?.id == Sample.olena.id)
  }

  @Test func anEmptyOutboxSaysSo() {
    var console = console(.ukrainian) { $0.provider = [Sample.status()] }
    console.type(":outbox")
    console.press(.enter)
    #expect(console.screen.contains("Передавати нічого не лишилося."))
    #expect(console.screen.contains("Ringostat: усі дзвінки до"))
  }

  // MARK: The status line

  @Test func whatIsWrongStandsOnEveryScreen() {
    let refused = ProviderStatus.Trouble(
      job: .push, problem: ProviderProblem(.keyRefused, code: 401), notBefore: nil)
    let away = ProviderStatus.Trouble(
      job: .fetch, problem: ProviderProblem(.noConnection), notBefore: Sample.at("14:40"))
    let cases: [(ProviderStatus, String)] = [
      (
        Sample.status(away, refused),
        "The provider refuses the auth key or the project (401): nothing is sent until"
      ),
      (Sample.status(away), "The provider cannot be reached. Next try 14:40."),
      (Sample.status(skew: -3600), "This machine's clock is 60 minutes off the provider's."),
      (Sample.status(refused: 2), "Pushes that the provider refused: 2. :outbox says why."),
    ]
    for (status, sentence) in cases {
      var console = console { store in
        store.provider = [status]
        store.prompts = []
      }
      for screen in 1...5 {
        console.press(.character(Character(String(screen))))
        #expect(console.screen.contains(sentence), "\(sentence) on \(screen)")
      }
    }
    #expect(!console { $0.provider = [Sample.status()] }.screen.contains("provider"))
  }

  // MARK: Calling

  @Test func aNumberIsCalledAfterAQuestion() {
    var console = console { $0.prompts = [] }
    console.press(.down, .character("C"))
    #expect(console.screen.contains("Which telephone is yours?"))
    console.type("ivanenko_1")
    console.press(.enter)
    #expect(console.screen.contains("Your telephone: ivanenko_1"))
    console.press(.character("C"))
    #expect(console.screen.contains("Call this number?"))
    #expect(console.screen.contains("+380 67 000 11 22"))
    #expect(console.screen.contains("ivanenko_1 rings first, then the client."))
    // No default: neither Enter nor any other key calls.
    console.press(.enter, .character("C"), .character(" "))
    #expect(console.store.written == [])
    console.press(.escape, .character("C"), .character("y"))
    #expect(
      console.store.written == [
        .callBack(
          PhoneNumber(kind: .international, text: "+380670001122"), employee: "ivanenko_1")
      ])
    #expect(
      console.screen.contains("The provider rings ivanenko_1 now, and then +380 67 000 11 22."))
  }

  @Test func whyItIsNotCalledIsSaid() {
    var console = console { store in
      store.prompts = []
      store.refusal = .provider(ProviderProblem(.refused, code: -32602, words: "Invalid params"))
    }
    console.state.view.ownLine = "101"
    console.press(.down, .character("C"), .character("y"))
    #expect(
      console.screen.contains("The provider refuses it (-32602). It says: Invalid params"))
  }

  @Test(
    arguments: [
      ("ivanenko", "ivanenko"), ("101", "101"), ("+380 50 111 22 33", "380501112233"),
      ("a b", nil), ("<script>", nil), ("Іван", nil), ("", "before"),
    ] as [(String, String?)])
  func whoIAm(_ typed: String, _ line: String?) {
    var console = console()
    console.state.view.ownLine = "before"
    console.type(":me " + typed)
    console.press(.enter)
    #expect(console.state.view.ownLine == line ?? "before")
    #expect(line != nil || console.screen.contains("That is neither a number nor a SIP login."))
  }

  // MARK: Colleagues

  @Test func whoIsFreeIsAskedWhileItIsShown() {
    var console = console { store in
      store.employees = [
        Employee(id: Identifier(1), name: "Петро С.", login: "petro"),
        Employee(id: Identifier(2), name: "Ганна К.", login: "hanna"),
        Employee(id: Identifier(3), name: "Іван І.", login: "ivan", isAway: true),
        Employee(id: Identifier(4), name: "Зоя", login: nil),
      ]
      store.logins = OnlineLogins(
        online: ["PETRO", "hanna", "ivan", "master"], speaking: ["hanna"], at: Sample.now)
    }
    console.press(.character("P"))
    let lines = console.frame.text.filter {
      $0.contains("│ ●") || $0.contains("☎ talking") || $0.contains("○ away")
    }
    #expect(lines.count == 4)
    #expect(console.screen.contains("● free         Петро С.  petro"))
    #expect(console.screen.contains("☎ talking      Ганна К.  hanna"))
    #expect(console.screen.contains("○ away         Іван І.  ivan"))
    #expect(console.screen.contains("● free         master"))
    func asked() -> Int { console.store.loaded.count { $0 == .loadPresence } }
    #expect(asked() == 1)
    console.send(.clock(Sample.now.advanced(bySeconds: 4)))
    #expect(asked() == 1)
    console.send(.clock(Sample.now.advanced(bySeconds: 5)))
    #expect(asked() == 2)
    console.store.logins = nil
    console.send(.clock(Sample.now.advanced(bySeconds: 10)))
    #expect(console.screen.contains("The provider does not answer in time."))
    console.press(.escape)
    console.send(.clock(Sample.now.advanced(bySeconds: 100)))
    #expect(asked() == 3)
  }

  // MARK: Links

  @Test func linksShowAScreenAndDoNothing() {
    var console = console { $0.orders = [Sample.octavia] }
    console.send(.linkOpened(.contact(Sample.olena.id)))
    #expect(console.state.card(ClientCard.self)?.id == Sample.olena.id)
    console.send(.linkOpened(.order("A-10231")))
    #expect(console.screen.contains("A-10231"))
    #expect(console.state.layers.count == 2)
    console.send(.linkOpened(.order("no\u{202E}such")))
    #expect(console.state.message?.text == "There is no order nosuch.")
    console.send(
      .linkOpened(.newClient(PhoneNumber(kind: .international, text: "+380991112233"))))
    #expect(console.state.layers == [])
    #expect(console.state.screen == .contacts)
    #expect(console.screen.contains("+380991112233"))
    #expect(console.store.written == [])
  }

  @Test func linksTakeNothingFromUnderTheHands() {
    var console = console()
    console.press(.character("i"))
    let layers = console.state.layers
    console.send(.linkOpened(.contact(Sample.olena.id)))
    #expect(console.state.layers == layers)
    #expect(console.state.message?.text.hasPrefix("A link wants to show a client") == true)
  }
}
