import Domain
import Testing

@testable import TUI

/// The console in lines: what is said, and what is obeyed.
@Suite struct ReaderTests {
  /// A reader over a store in memory, whose effects are answered at once.
  private struct Talk {
    var reader: Reader
    var store = Sample.store
    private(set) var said: [String] = []

    init(language: Language = .english) {
      reader = Reader(
        Configuration(
          size: Size(columns: 80, rows: 24), now: Sample.now, language: language,
          storeName: "shop.db"))
      hear(reader.start())
    }

    mutating func send(_ event: Event) {
      hear(reader.take(.event(event)))
    }

    mutating func type(_ line: String) {
      hear(reader.take(.line(line)))
    }

    /// What was said since the last time.
    mutating func takeSaid() -> [String] {
      defer { said = [] }
      return said
    }

    private mutating func hear(_ output: Reader.Output) {
      said += output.lines
      for effect in output.effects {
        if case .loadCallBacks = effect {
          send(.callBacksLoaded(Sample.callBacks))
          continue
        }
        for event in store.answer(effect) { send(event) }
      }
    }

    /// A new or changed call, with a question where it is from an unknown number.
    mutating func arrive(_ call: Call, prompting: Bool = false) {
      store.calls.removeAll { $0.id == call.id }
      store.calls.append(call)
      if prompting, let number = call.client { store.prompts.insert(number, at: 0) }
      send(.storeChanged)
    }
  }

  @Test func itBeginsWithTheDay() {
    var talk = Talk()
    #expect(
      talk.takeSaid() == [
        "Carbook, shop.db", "h: what can be typed, q: quit",
        "today 48, answered 39, missed 6, to call back 3",
      ])
    talk.send(.listenerChanged(.listening(address: "127.0.0.1:8080")))
    talk.send(.listenerChanged(.off))
    #expect(
      talk.takeSaid() == ["Calls are received at 127.0.0.1:8080.", "Calls are not received."])
  }

  @Test func aCallIsSaidFromItsRingToItsEnd() {
    var talk = Talk()
    _ = talk.takeSaid()
    talk.send(.storeChanged)
    #expect(talk.takeSaid().isEmpty)
    let ringing = Sample.call(
      40, at: Sample.at("14:31:58"), phase: .before, disposition: nil, wait: nil,
      from: "0670001122", pool: "Сервіс", contact: Sample.olena, order: Sample.octavia)
    talk.arrive(ringing)
    #expect(
      talk.takeSaid() == [
        "14:31 incoming, ringing: Іваненко Олена, +380 67 000 11 22, Сервіс, "
          + "order A-10231 In repair"
      ])
    talk.arrive(
      Sample.call(
        40, at: Sample.at("14:31:58"), talk: 185, from: "0670001122", pool: "Сервіс",
        connectedWith: "Петро С.", contact: Sample.olena, order: Sample.octavia))
    #expect(
      talk.takeSaid() == [
        "14:31 incoming, answered 3:05: Іваненко Олена, +380 67 000 11 22, Сервіс, Петро С., "
          + "order A-10231 In repair"
      ])
  }

  @Test func aMissedCallAndANewClientAreSaid() {
    var talk = Talk()
    _ = talk.takeSaid()
    talk.arrive(
      Sample.call(
        41, at: Sample.at("14:30"), disposition: "NO ANSWER", talk: 0, from: "0977777777"),
      prompting: true)
    #expect(
      talk.takeSaid()
        == [
          "14:30 incoming, MISSED: New client, +380 97 777 77 77, +380 44 200 00 01",
          "New client on Carbook: +380 97 777 77 77. Type c and a name to create the contact.",
        ].map { $0.replacing(", +380 44 200 00 01", with: "") })
  }

  @Test func theContactIsCreatedByALine() {
    var talk = Talk()
    talk.arrive(
      Sample.call(41, at: Sample.at("14:30"), from: "0977777777"), prompting: true)
    _ = talk.takeSaid()
    talk.type("c  Ганна Зоря ")
    #expect(talk.takeSaid() == ["Contact created: Ганна Зоря"])
    #expect(
      talk.store.written == [
        .createContact(
          ContactDraft(name: "Ганна Зоря", numbers: ["+380977777777"]), from: Call.ID(41))
      ])
  }

  /// By its place on the keyboard, too: "с" is the Cyrillic letter on the key of "c".
  @Test(arguments: ["n", "т"]) func notNow(_ line: String) {
    var talk = Talk()
    talk.type(line)
    talk.arrive(Sample.call(41, at: Sample.at("14:30"), from: "0977777777"), prompting: true)
    _ = talk.takeSaid()
    talk.type(line)
    #expect(talk.takeSaid() == ["Not now: the call keeps its key “create contact”."])
    #expect(talk.store.prompts.isEmpty)
  }

  @Test func whoWaitsAndWhatWasLast() {
    var talk = Talk()
    _ = talk.takeSaid()
    talk.type("b")
    #expect(
      talk.takeSaid() == [
        "+380 93 555 44 33, waiting since today 13:58",
        "Іваненко Олена, +380 67 000 11 22, waiting since yesterday 18:58",
      ])
    talk.type("l")
    #expect(talk.takeSaid().count == 5)
  }

  @Test func whatCanBeTyped() {
    var talk = Talk(language: .ukrainian)
    _ = talk.takeSaid()
    talk.type("h")
    #expect(
      talk.takeSaid() == [
        "l: останні дзвінки", "b: хто чекає на дзвінок",
        "c: ім’я за нею створює контакт найновішого клієнта",
        "n: не зараз: про цього клієнта не питати", "h: ці рядки", "q: вийти",
      ])
    talk.type("\u{1B}[2J")
    #expect(talk.takeSaid() == ["Немає команди «\u{FFFD}[2J»; h покаже, які є."])
    talk.type("")
    talk.type("   ")
    #expect(talk.takeSaid().isEmpty)
  }

  @Test(arguments: ["q", "й"]) func itQuits(_ line: String) {
    var talk = Talk()
    talk.type(line)
    #expect(talk.store.written == [.quit])
  }

  @Test func whatCouldNotBeDoneIsSaid() {
    var talk = Talk()
    talk.arrive(Sample.call(41, at: Sample.at("14:30"), from: "0977777777"), prompting: true)
    _ = talk.takeSaid()
    talk.store.refusal = .storeBusy
    talk.type("c Ганна")
    #expect(talk.takeSaid() == ["The store is busy; nothing was changed. Try again."])
  }

  /// Nothing that a caller sends steers the terminal.
  @Test func whatIsSaidIsSafe() {
    var talk = Talk()
    _ = talk.takeSaid()
    talk.arrive(
      Sample.call(
        42, at: Sample.at("14:30"), from: "0977777777", pool: "a\u{1B}]0;x\u{7}\nb\u{202E}"))
    #expect(
      talk.takeSaid() == [
        "14:30 incoming, answered —: New client, +380 97 777 77 77, a\u{FFFD}]0;x\u{FFFD} b"
      ])
  }
}
