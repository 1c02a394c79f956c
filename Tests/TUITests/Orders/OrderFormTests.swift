import Domain
import Testing

@testable import TUI

@Suite struct OrderFormTests {
  private static func sample(_ language: Language = .english) -> Desk {
    var desk = Desk.sample(language: language)
    desk.press(.character("3"))
    return desk
  }

  private static func go(to field: OrderForm.Field, in desk: inout Desk) {
    for _ in 0..<20 where desk.state.topForm?.form.focusedField.id != field.rawValue {
      desk.press(.tab)
    }
  }

  private static func fill(_ field: OrderForm.Field, _ text: String, in desk: inout Desk) {
    go(to: field, in: &desk)
    desk.press(.control("u"))
    desk.send(.key(.paste(text)))
  }

  @Test func aNewOrderForTheClientAtHand() {
    var desk = OrderFormTests.sample()
    desk.press(.character("O"))
    #expect(
      desk.body == """
         today 48 · answered 39 · missed 6 · to call back 3                         1/2
        ┌ Ord┌ New order ─────────────────────────────────────────────────────────┐────┐
        │ Ord│ Order number  A-10232                                              │    │
        │ A-1│ Client        Іваненко Олена                                       │    │
        │ A-1│ Make          Škoda                                                │    │
        │    │ Model         Octavia                                              │    │
        │    │ Year          2019                                                 │    │
        │    │ Plate         AA1234BX                                             │    │
        │    │ VIN                                                                │    │
        │    │ Status        New                                                  │    │
        │    │ Comment                                                            │    │
        │    │ Note                                                               │    │
        ├ Ord│ Manager                                                            │────┤
        │ Іва│ Opened        2026-11-21 14:32                                     │    │
        │ +38│ Closed                                                             │    │
        │ In │                                                                    │    │
        │ Ško│ This client has an open order: A-10231, In repair.                 │    │
        │ cal└────────────────────────────────────────────────────────────────────┘    │
        │ opened 18 Nov 09:00                                                          │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func aNewOrderFromACallIsAboutThatCall() {
    var desk = Desk.sample()
    desk.press(.down, .character("O"))
    let call = Call.ID(8)
    #expect(desk.state.topForm?.user.call == call)
    OrderFormTests.fill(.comment, "стукіт у підвісці", in: &desk)
    OrderFormTests.fill(.vin, "тмвzzz 1z0 b1234567", in: &desk)
    desk.press(.function(2))
    guard case .createOrder(let draft, from: call)? = desk.store.written.last else {
      Issue.record("\(desk.store.written)")
      return
    }
    #expect(draft.number == "A-10232" && draft.contact == Sample.olena.id)
    #expect(draft.vehicle.title == "Škoda Octavia 2019" && draft.vehicle.plate == "AA1234BX")
    #expect(draft.vehicle.vin == "TMBZZZ1Z0B1234567" && draft.comment == "стукіт у підвісці")
    #expect(draft.status == .new && draft.opened == Sample.now && draft.closed == nil)
    #expect(desk.screen.contains("Order saved: A-10232"))
    #expect(desk.state.layers.isEmpty)
    #expect(desk.state.log.list.selected?.order?.number == "A-10232")
  }

  @Test func aCallOfNobodyMakesNoOrder() {
    var desk = Desk.sample()
    desk.press(.character("O"))
    #expect(desk.screen.contains("There is no contact to make an order for."))
    #expect(desk.state.layers.isEmpty)
  }

  @Test func capitalNAsksWhose() {
    var desk = OrderFormTests.sample()
    desk.press(.character("N"))
    #expect(desk.screen.contains("┌ Whose order is it? ─"))
    desk.type("іван")
    desk.press(.enter)
    #expect(desk.state.topForm?.client == Sample.olena.id)
    #expect(desk.screen.contains("This client has an open order: A-10231, In repair."))
  }

  @Test(arguments: [
    (OrderForm.Field.number, "", "An order needs a number."),
    (.year, "19", "From 1886 to 2027."),
    (.year, "2028", "From 1886 to 2027."),
    (.year, "+199", "A year has four digits."),
    (.vin, "TMB", "A VIN has 17 characters, this one 3."),
    (.vin, "TMBZZZ1Z0B12345O7", "A VIN has no “O” (I, O and Q are not used)."),
    (.vin, "1M8GDM9A1KP042788", "The check digit does not fit: something is mistyped."),
    (.opened, "18 листопада", "Write it as 2026-11-18 09:00 or 18.11.2026 09:00."),
    (.opened, "", "Write it as 2026-11-18 09:00 or 18.11.2026 09:00."),
    (.closed, "2026-11-20 10:00", "An order in this status is open: leave this empty."),
    (.contact, "хтось", "Choose one of the contacts."),
    (.contact, "", "Choose one of the contacts."),
  ])
  func whatIsWrongIsSaid(_ field: OrderForm.Field, _ text: String, _ sentence: String) {
    var desk = OrderFormTests.sample()
    desk.press(.character("e"))
    OrderFormTests.fill(field, text, in: &desk)
    desk.press(.escape)
    if desk.state.layers.isEmpty { desk.press(.character("e")) }
    desk.press(.function(2))
    #expect(desk.screen.contains(sentence))
    #expect(desk.store.written.isEmpty)
    #expect(desk.state.topForm?.form.focusedField.id == field.rawValue)
  }

  @Test(arguments: [
    ("2026-11-18 09:05", "2026-11-18 09:05"), ("18.11.2026 9:05", "2026-11-18 09:05"),
    ("18.11 09:05", "2026-11-18 09:05"), ("18.11.2026", "2026-11-18 00:00"),
    ("9:05", "2026-11-21 09:05"),
  ])
  func timesAreReadAsTyped(_ typed: String, _ read: String) {
    var desk = OrderFormTests.sample()
    desk.press(.character("e"))
    OrderFormTests.fill(.opened, typed, in: &desk)
    desk.press(.tab)
    #expect(desk.screen.contains("Opened        " + read))
  }

  /// To the millisecond, and with what the form does not show.
  @Test func whatIsNotChangedStays() {
    var desk = OrderFormTests.sample()
    var draft = OrderDraft(Sample.octavia)
    draft.opened = Timestamp(milliseconds: draft.opened.milliseconds + 1234)
    draft.comment = "щітки"
    desk.store.orders[0] = desk.store.saved(draft, as: Sample.octavia.id, version: 7)
    desk.send(.storeChanged)
    desk.press(.character("e"), .function(2))
    #expect(desk.store.written == [.updateOrder(Sample.octavia.id, version: 7, draft)])
  }

  @Test func theStatusOpensAndCloses() {
    var desk = OrderFormTests.sample()
    desk.press(.down, .character("e"))
    OrderFormTests.fill(.status, "Ready", in: &desk)
    desk.press(.enter, .function(2))
    // The closing time was the closed status's.
    #expect(desk.store.orders[1].status == .ready && desk.store.orders[1].closed == nil)
  }

  @Test func anotherClientIsFoundByTyping() {
    var desk = OrderFormTests.sample()
    desk.press(.character("e"))
    OrderFormTests.go(to: .contact, in: &desk)
    desk.type("авто")
    #expect(desk.screen.contains("▸ Автопарк ТОВ  +380 44 200 50 00"))
    desk.press(.enter, .function(2))
    #expect(desk.store.orders[0].contact == Sample.fleet.reference)
  }

  @Test func bothSidesOfAConflictAreShown() {
    var desk = OrderFormTests.sample()
    desk.press(.character("e"))
    OrderFormTests.fill(.plate, "aa0001aa", in: &desk)
    var theirs = OrderDraft(Sample.octavia)
    theirs.status = .ready
    theirs.vehicle = Vehicle(make: "Škoda", model: "Octavia", year: 2019, plate: "AA7777AA")
    let saved = desk.store.saved(theirs, as: Sample.octavia.id, version: 2)
    desk.store.orders[0] = saved
    desk.press(.function(2))
    for text in ["Plate", "● AA0001AA", "○ AA7777AA", "Status", "○ In repair", "● Ready"] {
      #expect(desk.screen.contains(text), "\(text)")
    }
    // What only the other one has changed is his, the plate is mine, unless I say otherwise.
    var other = desk
    desk.press(.function(2))
    #expect(desk.store.orders[0].vehicle.plate == "AA0001AA")
    #expect(desk.store.orders[0].status == .ready && desk.store.orders[0].version == 3)
    other.press(.right, .function(2))
    #expect(OrderDraft(other.store.orders[0]) == theirs)
  }

  @Test func aNumberThatIsTakenIsSaidWhereItStands() {
    var desk = OrderFormTests.sample()
    desk.store.refusal = .orderNumberTaken("A-10232")
    desk.press(.character("O"), .function(2))
    #expect(desk.screen.contains("Another order has the number A-10232."))
    desk.store.refusal = nil
    OrderFormTests.fill(.number, "A-10233", in: &desk)
    desk.press(.function(2))
    #expect(desk.screen.contains("Order saved: A-10233"))
  }

  @Test func whatIsLeftIsOfferedAgain() {
    var desk = OrderFormTests.sample()
    desk.press(.character("e"))
    OrderFormTests.fill(.note, "передзвонити ввечері", in: &desk)
    desk.press(.escape)
    #expect(desk.state.layers.isEmpty && desk.store.written.isEmpty)
    desk.press(.character("e"))
    #expect(desk.screen.contains("передзвонити ввечері"))
  }
}
