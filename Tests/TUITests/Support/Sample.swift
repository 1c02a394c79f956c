import Domain

@testable import TUI

/// A shop's day, as the screens of the tests show it.
enum Sample {
  /// 2026-11-21 14:32:00 in Kyiv.
  static let now = at("14:32")

  /// `HH:MM` or `HH:MM:SS` in Kyiv, so many days before 2026-11-21.
  static func at(_ clock: String, daysAgo: Int = 0) -> Timestamp {
    let parts = clock.split(separator: ":").compactMap { Int($0) }
    let day = CivilDate(year: 2026, month: 11, day: 21)?.daysSinceEpoch ?? 0
    let time = CivilTime(
      secondsSinceEpoch: Int64(day - daysAgo) * 86_400 + Int64(parts[0] * 3600 + parts[1] * 60)
        + Int64(parts.count > 2 ? parts[2] : 0))
    return Zone.kyiv.instants(of: time)[0]
  }

  static func number(_ text: String) -> PhoneNumber? {
    NumberPlan.ukraine.number(text)
  }

  static let shopLine = number("0442000001")

  static let olena = Contact(
    id: Contact.ID(1), version: 1, name: "Іваненко Олена",
    numbers: [
      Contact.Number(
        number: PhoneNumber(kind: .international, text: "+380670001122"), label: "mobile")
    ], emails: ["olena@example.com"], organizations: [], responsible: "Петро С. (101)",
    created: at("10:00", daysAgo: 400), note: nil)

  static let fleet = Contact(
    id: Contact.ID(2), version: 1, name: "Автопарк ТОВ",
    numbers: [
      Contact.Number(
        number: PhoneNumber(kind: .international, text: "+380442005000"), label: "work")
    ], emails: [], organizations: ["Автопарк"], responsible: nil,
    created: at("10:00", daysAgo: 30), note: nil)

  static let octavia = Order(
    id: Order.ID(1), version: 1, number: "A-10231", contact: olena.reference,
    vehicle: Vehicle(make: "Škoda", model: "Octavia", year: 2019, plate: "AA1234BX"),
    status: .inRepair, comment: nil, opened: at("09:00", daysAgo: 3), closed: nil, callCount: 4)

  /// A call; ended and answered unless told.
  static func call(
    _ id: Int64, at start: Timestamp, type: CallType? = .incoming, phase: Phase = .after,
    disposition: String? = "ANSWERED", wait: Int? = 12, talk: Int? = nil, from client: String?,
    to called: PhoneNumber? = shopLine, pool: String? = nil, connectedWith: String? = nil,
    source: Source = Source(), recording: Bool = false, contact: Contact? = nil,
    owners: Int? = nil, order: Order? = nil, comments: [SystemComment] = []
  ) -> Call {
    let outside = client.flatMap(number)
    let isOut = type == .outgoing
    return Call(
      id: Call.ID(id), providerID: "ua9_-\(id).1", type: type, phase: phase,
      disposition: disposition.flatMap(Disposition.init), start: start, wait: wait, talk: talk,
      caller: isOut ? shopLine : outside, called: isOut ? outside : called,
      client: type == .internal || type == nil ? nil : outside, pool: pool,
      connectedWith: connectedWith, source: source,
      recording: recording ? "https://example.com/\(id).mp3" : nil, contact: contact?.reference,
      ownerCount: owners ?? (contact == nil ? 0 : 1), order: order?.reference, comments: comments,
      note: nil)
  }

  static let ringing = call(
    9, at: at("14:31:53"), phase: .before, disposition: nil, wait: nil, from: "0501234567",
    pool: "Сервіс", source: Source(source: "google", medium: "cpc"), comments: [.newClient])

  /// Newest first: ringing, answered, missed, out, hidden, internal, wide, combining, several
  /// owners, not understood, last year's.
  static let calls: [Call] = [
    ringing,
    call(
      8, at: at("14:12"), talk: 185, from: "0670001122", connectedWith: "Петро С.",
      recording: true, contact: olena, order: octavia,
      comments: [.linked(name: "Іваненко Олена")]),
    call(
      7, at: at("13:58"), disposition: "NO ANSWER", wait: 31, talk: 0, from: "0935554433",
      comments: [.newClient, .notCalledBack]),
    call(
      6, at: at("13:40"), type: .outgoing, talk: 72, from: "0442005000", recording: true,
      contact: fleet),
    call(5, at: at("12:05"), disposition: "BUSY", talk: 0, from: nil, comments: [.hiddenNumber]),
    call(
      4, at: at("11:30"), type: .internal, talk: 3723, from: "101",
      to: PhoneNumber(kind: .extension, text: "102"), comments: [.internalCall]),
    call(
      3, at: at("18:20", daysAgo: 1), talk: 41, from: "0661112233",
      contact: named(3, "山田 太郎 Yamada", "0661112233")),
    call(
      2, at: at("09:15", daysAgo: 9), talk: 9, from: "0661112244",
      contact: named(4, "Зоя\u{301} Ї\u{308}жак", "0661112244")),
    call(
      10, at: at("08:00", daysAgo: 9), disposition: "VOICEMAIL", talk: 0, from: "0630009988",
      owners: 2),
    call(
      1, at: at("16:45", daysAgo: 10), type: nil, disposition: nil, wait: nil, from: nil, to: nil,
      comments: [.notUnderstood]),
    call(
      11, at: at("10:10", daysAgo: 373), type: .outgoing, disposition: "NO ANSWER", talk: 0,
      from: "0670001122", contact: olena),
  ]

  static func named(_ id: Int64, _ name: String, _ text: String) -> Contact {
    Contact(
      id: Contact.ID(id), version: 1, name: name,
      numbers: [text].compactMap(number).map { Contact.Number(number: $0, label: nil) },
      emails: [], organizations: [], responsible: nil, created: now, note: nil)
  }

  static var store: FakeStore {
    var store = FakeStore()
    store.calls = calls
    store.contacts = [olena, fleet]
    store.orders = [octavia]
    store.figures = CallTally(total: 48, answered: 39, missed: 6)
    store.callBackCount = 3
    return store
  }

  /// `count` answered calls of a minute each, the newest at noon of the day before.
  static func manyCalls(_ count: Int) -> [Call] {
    (0..<count).map { index in
      call(
        Int64(1000 + count - index),
        at: at("12:00", daysAgo: 1).advanced(bySeconds: Int64(-60 * index)), talk: 60,
        from: "0670001122", contact: olena)
    }
  }
}

extension Call {
  /// As a log in that order has it.
  func sorted(by sort: CallSort) -> Call {
    var call = self
    call.position = LogPosition(
      start: start, id: id, sort: sort, value: sort.value(of: self, at: Sample.now))
    return call
  }

  func owned(by contact: ContactReference) -> Call {
    Call(
      id: id, providerID: providerID, type: type, phase: phase, disposition: disposition,
      start: start, wait: wait, talk: talk, caller: caller, called: called, client: client,
      pool: pool, connectedWith: connectedWith, source: source, recording: recording,
      contact: contact, ownerCount: 1, order: order, comments: [.linked(name: contact.name)],
      note: note)
  }

  func noted(_ note: String) -> Call {
    Call(
      id: id, providerID: providerID, type: type, phase: phase, disposition: disposition,
      start: start, wait: wait, talk: talk, caller: caller, called: called, client: client,
      pool: pool, connectedWith: connectedWith, source: source, recording: recording,
      contact: contact, ownerCount: ownerCount, order: order, comments: comments, note: note)
  }

  /// The same call, ended without an answer.
  var missed: Call {
    Call(
      id: id, providerID: providerID, type: type, phase: .after,
      disposition: Disposition("NO ANSWER"), start: start, wait: 20, talk: 0, caller: caller,
      called: called, client: client, pool: pool, connectedWith: connectedWith, source: source,
      recording: recording, contact: contact, ownerCount: ownerCount, order: order,
      comments: comments, note: note)
  }
}
