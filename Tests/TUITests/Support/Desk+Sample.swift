import Domain

@testable import TUI

extension Desk {
  /// A shop with something on every screen.
  static func sample(
    _ columns: Int = 80, _ rows: Int = 24, store: FakeStore? = nil, language: Language = .english,
    keymap: Keymap = .standard
  ) -> Desk {
    var shop = Sample.store
    shop.contacts = [Sample.olena, Sample.fleet, Sample.unnamed]
    shop.orders = [Sample.octavia, Sample.transit]
    let store = store ?? shop
    var desk = Desk(columns, rows, store: store, language: language, keymap: keymap)
    desk.callBacks = Sample.callBacks
    desk.days = [
      CallTally(total: 48, answered: 39, missed: 6), CallTally(total: 60, answered: 50),
      CallTally(total: 41, answered: 30, missed: 9),
      CallTally(total: 52, answered: 40, missed: 1),
      CallTally(), CallTally(total: 1, missed: 1), CallTally(total: 33, answered: 30),
    ]
    return desk
  }
}

extension Sample {
  static let unnamed = Contact(
    id: Contact.ID(5), version: 1, name: nil,
    numbers: ["0951112233"].compactMap(number).map { Contact.Number(number: $0, label: nil) },
    emails: [], organizations: [], responsible: nil, created: at("10:00", daysAgo: 2),
    note: "просив передзвонити")

  static let transit = Order(
    id: Order.ID(2), version: 1, number: "A-10198", contact: fleet.reference,
    vehicle: Vehicle(
      make: "Ford", model: "Transit", year: 2016, plate: "KA7788HI", vin: "WF0XXXTTGXGR12345"),
    status: .closed, comment: "brakes", opened: at("09:00", daysAgo: 25),
    closed: at("18:30", daysAgo: 20), callCount: 2)

  /// A number nobody has entered, and a client who has waited for longer.
  static var callBacks: [CallBackEntry] {
    [
      entry(
        [miss(7, at("13:58"), wait: 31)], number: number("0935554433"), contact: nil, order: nil),
      entry(
        [
          miss(20, at("18:58", daysAgo: 1), wait: 44), miss(21, at("10:20"), wait: 12),
          attempt(22, at("10:40")),
        ], number: olena.numbers.first?.number, contact: olena, order: octavia),
    ].compactMap { $0 }
  }

  private static func entry(
    _ calls: [CallBack.Fact], number: PhoneNumber?, contact: Contact?, order: Order?
  ) -> CallBackEntry? {
    guard let callBack = CallBack(calls: calls, dealtWith: nil, now: now), let number else {
      return nil
    }
    return CallBackEntry(
      callBack: callBack, number: number, contact: contact?.reference, order: order?.reference)
  }

  private static func miss(_ id: Int64, _ start: Timestamp, wait: Int) -> CallBack.Fact {
    CallBack.Fact(
      id: Call.ID(id), start: start, isOutgoing: false, wantsCallBack: true, talk: 0, wait: wait,
      connectedWith: nil)
  }

  private static func attempt(_ id: Int64, _ start: Timestamp) -> CallBack.Fact {
    CallBack.Fact(
      id: Call.ID(id), start: start, isOutgoing: true, wantsCallBack: false, talk: 0, wait: 20,
      connectedWith: "Петро С.")
  }
}
