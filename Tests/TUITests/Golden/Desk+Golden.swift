import Domain

@testable import TUI

extension Desk {
  /// A shop where every field has something in it, wide characters, combining marks and emoji among
  /// them; the newest call is going on, from a client with an order.
  static func golden(_ columns: Int, _ rows: Int, language: Language = .english) -> Desk {
    let olena = Sample.wellKnown
    var store = Sample.store
    store.contacts = [olena, Sample.fleet, Sample.unnamed]
    store.orders = [Sample.described, Sample.transit]
    store.calls = [Sample.talking] + Sample.calls
    store.prompts = [Sample.ringing.client].compactMap { $0 }
    store.history = Sample.changes
    store.outbox = Sample.outbox
    store.provider = [Sample.status()]
    store.employees = [Employee(id: Employee.ID(1), name: "Петро́ С. 🔧", login: "petro")]
    store.routes = [Sample.route]
    store.logins = OnlineLogins(online: ["petro", "майстер"], speaking: ["petro"], at: Sample.now)
    store.stories[Sample.talking.id] = Sample.talkingStory
    store.organizations = [
      Organization(id: Organization.ID(1), name: "Автопарк", memberCount: 1),
      Organization(id: Organization.ID(2), name: "山田商事", memberCount: 1),
      Organization(id: Organization.ID(3), name: "Таксі 🚕 «Їжак»", memberCount: 0),
    ]
    var desk = Desk.sample(columns, rows, store: store, language: language)
    desk.callBacks = desk.callBacks.map { $0.noted("передзвонити після 17:00 ☎️") }
    desk.integrations = [
      Integration(
        id: Integration.ID(1), name: "Ringostat 🔔", token: "0123456789abcdef", zone: .kyiv,
        own: OwnNumbers(Set([Sample.shopLine].compactMap { $0 })),
        publicURL: "https://hooks.example.com", isAvailable: true)
    ]
    desk.send(.storeChanged)
    desk.send(.clock(Sample.now))
    return desk
  }
}

extension Sample {
  /// Two rules that say when, and one that says who.
  fileprivate static let route = Route(
    id: Route.ID(1), integration: Integration.ID(1),
    settings: RouteSettings(
      onlineOnly: true,
      hours: WorkingHours(days: "mon-fri 9-18, sat 10-15", holidays: "01-01, 2026-12-25")
        ?? WorkingHours(), fallback: .employee(Employee.ID(1))),
    rules: [
      Route.Entry(id: .init(1), rule: .responsible),
      Route.Entry(id: .init(2), rule: .lastTalked(days: 30)),
      Route.Entry(id: .init(3), rule: .hours(isOpen: false, .employee(Employee.ID(1)))),
    ])

  static let wellKnown = Contact(
    id: Contact.ID(1), version: 1, name: "Іваненко Олена 👩‍🔧",
    numbers: [
      Contact.Number(
        number: PhoneNumber(kind: .international, text: "+380670001122"), label: "mobile"),
      Contact.Number(
        number: PhoneNumber(kind: .international, text: "+380442223344"), label: "робочий 💼"),
    ], emails: ["olena@example.com", "олена@приклад.укр"], organizations: ["Автопарк", "山田商事"],
    responsible: "Петро́ С. (101)", created: at("10:00", daysAgo: 400),
    note: "Дзвонити після 18:00 ☎️, авто чоловіка", googleClientID: "GA1.2.1731315881.1",
    externalID: "CRM-77")

  static let described = Order(
    id: Order.ID(1), version: 1, number: "A-10231", contact: wellKnown.reference,
    vehicle: Vehicle(
      make: "Škoda", model: "Octavia オクタビア", year: 2019, plate: "AA1234BX",
      vin: "TMBJJ7NE8K0123456"), status: .inRepair,
    comment: "Заміна ГРМ 🔧 та масла, діагностика ходової", note: "ключі в сейфі",
    opened: at("09:00", daysAgo: 3), closed: nil, callCount: 2)

  static let talking: Call = {
    let call = Sample.call(
      12, at: at("14:31:58"), phase: .answered, disposition: "IN PROGRESS", wait: 9,
      from: "0670001122", pool: "Сервіс 🚗", connectedWith: "Петро́ С.",
      source: Source(
        source: "google", medium: "cpc", campaign: "гальма 🛑", content: "山", term: "замі́на олії"),
      contact: wellKnown, order: described, comments: [.linked(name: wellKnown.name)])
    return call.noted("просить зателефонувати завтра 📞")
  }()

  static var talkingStory: CallStory {
    var rang = CallFields()
    rang.type = .incoming
    rang.caller = number("0670001122")
    rang.called = shopLine
    rang.disposition = Disposition("IN PROGRESS")
    rang.utmSource = "google"
    rang.callCard = "https://app.example.com/card/12"
    return CallStory(
      integration: "Ringostat 🔔", firstReceived: at("14:31:58"), fields: rang,
      owners: [wellKnown.reference, unnamed.reference], isClientByHand: true, isOrderByHand: true,
      deliveries: [
        CallDelivery(
          received: at("14:31:58"), occasion: .before, outcome: .madeCall, fields: rang,
          status: .ringing,
          text: [
            "POST application/json", "{", "  \"uniqueid\": \"ua9_-12.1\",",
            "  \"utm_campaign\": \"гальма 🛑\"", "}",
          ])
      ], hasEarlier: true)
  }

  /// Of the well known client and of his order.
  static var changes: [HistoryEntry] {
    let contact = HistoryEntry.Subject.contact(wellKnown.id)
    let order = HistoryEntry.Subject.order(described.id)
    return [
      change(
        3, at("13:00"), .updateContact, contact, .name, "Іваненко О.", "Іваненко Олена 👩‍🔧"),
      change(2, at("09:30", daysAgo: 1), .updateContact, contact, .note, nil, "山田 ☎️"),
      change(1, at("10:00", daysAgo: 400), .createContact, contact, .name, nil, "Іваненко О."),
      change(5, at("11:10"), .updateOrder, order, .status, "diagnostics", "in repair"),
      change(4, at("09:00", daysAgo: 3), .createOrder, order, .order, nil, "A-10231"),
    ]
  }

  private static func change(
    _ id: Int64, _ at: Timestamp, _ action: HistoryEntry.Action, _ subject: HistoryEntry.Subject,
    _ field: HistoryEntry.Change.Field, _ before: String?, _ after: String?
  ) -> HistoryEntry {
    HistoryEntry(
      id: HistoryEntry.ID(id), at: at, actor: "оле́на", action: action, step: .edit,
      subject: subject, title: wellKnown.name,
      changes: [HistoryEntry.Change(field: field, before: before, after: after)])
  }
}

extension CallBackEntry {
  func noted(_ note: String) -> CallBackEntry {
    CallBackEntry(callBack: callBack, number: number, contact: contact, order: order, note: note)
  }
}
