import Domain
import Foundation
import Testing

@testable import TUI

/// What callers and advertisements may say, in every field that they control.
enum Hostile {
  /// The big list of naughty strings, then what terminals obey or cannot measure.
  static func strings() throws -> [String] {
    let url = try #require(
      Bundle.module.url(
        forResource: "naughty-strings", withExtension: "json", subdirectory: "Corpora"))
    let naughty = try JSONDecoder().decode([String].self, from: Data(contentsOf: url))
    return naughty + controls + sequences + lengths + broken
  }

  /// C0, DEL, C1, bidi controls, zero-width and other characters that are not seen.
  private static let controls: [String] =
    ([0x0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202F, 0x2060...0x206F]
    .joined().map { $0 } + [
      0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180E, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0,
      0xFFF9, 0xFFFB, 0xFFFF, 0xE000, 0xE0001, 0xE0061, 0xE0100, 0xF0000, 0x10FFFF, 0x378,
    ]).compactMap(Unicode.Scalar.init).map { "Іва\(Character($0))н\(Character($0))" }

  private static let sequences = [
    "\u{1B}[2J\u{1B}[H", "\u{1B}]0;owned\u{07}", "\u{1B}]52;c;ZXZpbA==\u{07}", "\u{9B}31mred",
    "\u{1B}P0;1|17/ab\u{1B}\\", "a\rb", "a\nb", "a\tb\u{8}\u{8}\u{8}c", "\u{202E}gnp.exe",
    "\u{2066}ab\u{2069}", "\u{301}\u{302}mark first", "🇺🇦🇺", "👨‍👩‍👧‍👦\u{FE0F}", "山", "ﷺ", "กำ", "ㅤ",
    "\u{1100}\u{1161}\u{11A8}", "\u{DC2}\u{DCA}\u{200D}\u{DBB}", "%n%s%d", "\\", "\"", "{}", "│┌─",
  ]

  private static let lengths = [
    String(repeating: "Ж", count: 2_000), String(repeating: "山", count: 500),
    "o" + String(repeating: "\u{301}", count: 900), String(repeating: "\u{200B}", count: 700),
    String(repeating: "👩‍🔧", count: 300), String(repeating: "\n", count: 300),
  ]

  /// Wrong UTF-8, and Ukrainian in Windows' code page, as they are decoded.
  private static let broken: [String] = [
    [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0x80, 0x1B, 0x5B],
    [0xB2, 0xE2, 0xE0, 0xED, 0xE5, 0xED, 0xEA, 0xEE],
  ].map { String(decoding: $0 as [UInt8], as: UTF8.self) }

  /// A shop in which all that is not ours is one of `texts`: a row of each list for each text, the
  /// newest from a client with an order, the next one from nobody we know.
  static func desk(_ texts: [String], _ columns: Int, _ rows: Int, _ language: Language) -> Desk {
    var store = Sample.store
    store.contacts = texts.enumerated().map { contact(Int64($0), $1) }
    store.history = texts.enumerated().map { index, text in
      HistoryEntry(
        id: HistoryEntry.ID(Int64(index)), at: Sample.now, actor: text, action: .updateContact,
        step: .edit, subject: .contact(Contact.ID(0)), title: text,
        changes: [
          HistoryEntry.Change(field: .name, before: text, after: text),
          HistoryEntry.Change(field: .status, before: nil, after: text),
        ])
    }
    store.organizations = texts.enumerated().map {
      Organization(id: Organization.ID(Int64($0)), name: $1, memberCount: $0)
    }
    store.orders = zip(store.contacts, texts).enumerated().map { order(Int64($0), $1.0, $1.1) }
    store.calls = texts.enumerated().map { index, text in
      call(
        Int64(100 - index), text, from: "050\(1_234_500 + index)",
        contact: index == 1 ? nil : store.contacts[index], order: store.orders[index])
    }
    store.prompts = store.calls.filter(\.isFromNewClient).compactMap(\.client)
    store.employees = texts.enumerated().map {
      Employee(id: Employee.ID(Int64($0)), name: $1, login: $1)
    }
    store.routes = texts.enumerated().map { index, text in
      Route(
        id: Route.ID(Int64(index)), integration: Integration.ID(Int64(index)),
        scheme: index == 0 ? "" : text,
        settings: RouteSettings(fallback: .employee(Employee.ID(Int64(index)))),
        rules: [
          Route.Entry(
            id: .init(1), rule: .hours(isOpen: false, .line(PhoneNumber(kind: .other, text: text)))),
          Route.Entry(id: .init(2), rule: .lastTalked(days: 30)),
        ])
    }
    var desk = Desk(columns, rows, store: store, language: language)
    desk.days = [CallTally(total: 48, answered: 39, missed: 6)]
    desk.figureNames = texts
    desk.callBacks = zip(store.calls, store.orders).compactMap(callBack)
    desk.integrations = texts.enumerated().map { index, text in
      Integration(
        id: Integration.ID(Int64(index)), name: text, token: "token", zone: .kyiv,
        own: OwnNumbers(Set(store.calls.prefix(3).compactMap(\.client))),
        publicURL: "https://\(text)", isAvailable: index > 0)
    }
    desk.send(.storeChanged)
    desk.send(.clock(Sample.now))
    return desk
  }

  private static func contact(_ id: Int64, _ text: String) -> Contact {
    Contact(
      id: Contact.ID(id), version: 1, name: text,
      numbers: [
        Contact.Number(number: PhoneNumber(kind: .other, text: text), label: text),
        Contact.Number(number: PhoneNumber(kind: .login, text: text), label: text),
      ], emails: [text], organizations: [text, text], responsible: text, created: Sample.now,
      note: text)
  }

  private static func order(_ id: Int64, _ contact: Contact, _ text: String) -> Order {
    Order(
      id: Order.ID(id), version: 1, number: text, contact: contact.reference,
      vehicle: Vehicle(make: text, model: text, year: 2019, plate: text, vin: text),
      status: RepairStatus(rawValue: text), comment: text, opened: Sample.at("09:00"),
      closed: nil, callCount: 1)
  }

  private static func call(
    _ id: Int64, _ text: String, from number: String, contact: Contact?, order: Order
  ) -> Call {
    let strange = PhoneNumber(kind: .other, text: text)
    return Call(
      id: Call.ID(id), providerID: text, type: id % 2 == 0 ? .incoming : .outgoing, phase: .after,
      disposition: Disposition(text), start: Sample.at("10:00").advanced(bySeconds: id), wait: 7,
      talk: 8, caller: strange, called: strange,
      client: contact == nil ? Sample.number(number) : strange, pool: text, connectedWith: text,
      source: Source(source: text, medium: text, campaign: text, content: text, term: text),
      recording: text, contact: contact?.reference, ownerCount: contact == nil ? 0 : 1,
      order: contact == nil ? nil : order.reference,
      comments: [.linked(name: text), .contactCreated(by: text)], note: text)
  }

  private static func callBack(_ call: Call, _ order: Order) -> CallBackEntry? {
    let fact = { (isOutgoing: Bool) in
      CallBack.Fact(
        id: call.id, start: call.start.advanced(bySeconds: isOutgoing ? 9 : 0),
        isOutgoing: isOutgoing, wantsCallBack: !isOutgoing, talk: 0, wait: 20,
        connectedWith: call.connectedWith)
    }
    guard let number = call.client,
      let callBack = CallBack(calls: [fact(false), fact(true)], dealtWith: nil, now: Sample.now)
    else { return nil }
    return CallBackEntry(
      callBack: callBack, number: number, contact: call.contact, order: order.reference)
  }
}
