import Domain
import Testing

@testable import Store

/// Every filter, every pair of them, every sort, every anchor against the plainest meaning.
struct CallFilterTests {
  static let filters = [
    "today", "yesterday", "last:3", "2026-09-23..2026-09-25", "..2026-09-24", "month:2026-09",
    "month:2020-01", "missed", "new", "notcalledback", "type:in", "type:out", "type:internal,out",
    "status:answered", "status:ringing,talking", "status:unknown", "status:busy,failed,refused",
    "status:other,voicemail", "status:not-understood", "has:recording", "no:recording",
    "employee:петр", "employee:petrenko", "employee:nobody", "source:goo", "source:face medium:AD",
    "campaign:x", "our:0440000009", "our:сайт", "our:8", "from:0501", "from:4567", "from:9",
    "from:+38(050)11122", "talk>60", "talk<5", "talk>=45 talk<=60", "talk>9999", "talk=0",
    "wait>=30", "wait<6", "wait=45", "wait>5 wait<3", "order:A-1020", "order:10203", "order:a",
    "order:zzz", "олена", "автопарк", "AA1234BX", "аі4567", "ая", "і", "пе", "шкоду", "гальма",
    "0671234567", "4567", "22", "1", "A-10203", "іваненко 0501", "передзвонити", "октавія",
    "octavia",
    "щось таке",
  ]

  /// The ways a page is found: as it is, by walks only, by merging only, by next to nothing at once,
  /// and the text with and without the newest calls in memory.
  static let limits = [
    FilterLimits(), FilterLimits(short: 0, recent: 0),
    FilterLimits(short: 0, recent: 90, recentStep: 40),
    FilterLimits(rows: 3, short: 0, streams: 0, opening: .infinity, walk: 1_000_000, recent: 0),
    FilterLimits(short: 60, streams: 1_000_000, recent: 0),
    FilterLimits(rows: 5, short: 0, streams: 0, recent: 0),
    FilterLimits(
      rows: 5, short: 0, streams: 2, opening: .infinity, walk: 10, recent: 0, stretch: 7),
    // The time is over before it has begun.
    FilterLimits(
      rows: 5, short: 0, streams: 2, opening: .infinity, walk: 200, recent: 0, stretch: 7, least: 5,
      pause: -1),
    FilterLimits(short: 0, streams: 1_000_000, recent: 0, least: 5, pause: -1),
  ]

  @Test(arguments: limits.indices)
  func everyFilterIsWhatItSays(_ index: Int) throws {
    let made = try RandomShop(seed: 5)
    let (store, moment) = (made.shop.store, made.moment)
    store.limits = CallFilterTests.limits[index]
    let reference = try FilterReference(store, at: moment)
    let contact = try store.contacts(ContactRequest(anchor: .first, limit: 1)).rows.first?.id
    var found = 0
    for (place, text) in CallFilterTests.filters.enumerated() {
      var filter = try FilterLanguage.filter(text)
      let sort = CallSort(.date, ascending: place % 3 == index % 3)
      try expect(store, filter, sort, moment, gives: reference.calls(filter, sort), text)
      let count = reference.calls(filter).count
      found += count
      #expect(try store.callCount(of: filter, at: moment) == count, "\(text)")
      #expect(try store.callCount(of: filter, at: moment, limit: 3) == min(3, count), "\(text)")
      (filter.contact, filter.since) = (contact, Shop.noon.advanced(bySeconds: 80_000))
      let request = LogRequest(anchor: .first, limit: 999, filter: filter)
      #expect(
        try whole(request, store, moment).rows.map(\.position) == reference.calls(filter),
        "\(text)")
    }
    #expect(found > 1000)
  }

  @Test func everyPairOfFiltersIsBoth() throws {
    let made = try RandomShop(seed: 6, calls: 120)
    let (store, moment) = (made.shop.store, made.moment)
    let reference = try FilterReference(store, at: moment)
    var found = 0
    for (place, first) in CallFilterTests.filters.enumerated() {
      for (other, second) in CallFilterTests.filters[..<place].enumerated() {
        // Some say the same thing twice.
        guard let filter = try? FilterLanguage.filter("\(first) \(second)") else { continue }
        store.limits = CallFilterTests.limits[(place + other) % CallFilterTests.limits.count]
        let whole = reference.calls(filter)
        found += whole.count
        let isFirst = other % 2 == 0
        let request = LogRequest(anchor: isFirst ? .first : .last, limit: 9, filter: filter)
        #expect(
          try self.whole(request, store, moment).rows.map(\.position)
            == Array(isFirst ? whole.prefix(9) : whole.suffix(9)), "\(first) \(second)")
      }
    }
    #expect(found > 5000)
  }

  /// Asked until it is complete.
  private func whole(
    _ request: LogRequest, _ store: Store, _ moment: Moment
  ) throws -> Page<Call> {
    var page = try store.calls(request, at: moment)
    var count = 1
    while !page.isComplete {
      page = try store.calls(request, at: moment)
      count += 1
    }
    #expect(count < 500)
    return page
  }

  private func expect(
    _ store: Store, _ filter: CallFilter, _ sort: CallSort, _ moment: Moment,
    gives whole: [LogPosition], _ what: String
  ) throws {
    func page(_ anchor: Anchor<LogPosition>, _ limit: Int) throws -> Page<Call> {
      try self.whole(
        LogRequest(anchor: anchor, limit: limit, filter: filter, sort: sort), store, moment)
    }
    func check(_ page: Page<Call>, _ from: Int, _ to: Int) {
      let (from, to) = (max(0, from), min(whole.count, to))
      #expect(page.rows.map(\.position) == Array(whole[from..<to]), "\(what)")
      #expect(page.hasBefore == (from > 0) && page.hasAfter == (to < whole.count), "\(what)")
    }
    check(try page(.first, 6), 0, 6)
    check(try page(.last, 6), whole.count - 6, whole.count)
    for index in stride(from: 0, to: whole.count, by: max(1, whole.count / 3)) {
      check(try page(.after(whole[index]), 5), index + 1, index + 6)
      check(try page(.before(whole[index]), 5), index - 5, index)
      let from = max(0, min(index - 2, whole.count - 5))
      check(try page(.around(whole[index]), 5), from, from + 5)
    }
    var joined: [LogPosition] = []
    var next = try page(.first, 20)
    joined += next.rows.map(\.position)
    while let last = joined.last, next.hasAfter, joined.count <= whole.count {
      next = try page(.after(last), 20)
      joined += next.rows.map(\.position)
    }
    #expect(joined == whole, "\(what)")
  }

  /// What takes long is answered with what there is, and gone on with; a call that comes meanwhile is
  /// in the answer that is complete, once it is asked for.
  @Test func whatTakesLongIsAnsweredBitByBit() throws {
    let made = try RandomShop(seed: 11)
    let (store, moment) = (made.shop.store, made.moment)
    let filter = try FilterLanguage.filter("talk>=45")
    let whole = try FilterReference(store, at: moment).calls(filter)
    #expect(whole.count > 5)
    store.limits = FilterLimits(
      rows: 3, short: 0, streams: 0, stretch: 7, least: 5, pause: -1)
    let request = LogRequest(anchor: .first, limit: 99, filter: filter)
    var sizes: [Int] = []
    var page = try store.calls(request, at: moment)
    while !page.isComplete {
      #expect(page.rows.map(\.position) == Array(whole.prefix(page.rows.count)))
      sizes.append(page.rows.count)
      page = try store.calls(request, at: moment)
    }
    #expect(sizes.count > 5 && sizes == sizes.sorted() && sizes[0] < whole.count)
    #expect(page.rows.map(\.position) == whole)
    // Another question in between, and it begins again.
    let other = LogRequest(anchor: .last, limit: 99, filter: filter)
    #expect(try !store.calls(other, at: moment).isComplete)
    #expect(try store.calls(request, at: moment).rows.count == sizes[0])
    try made.shop.take(made.shop.answered("new", from: "0504567456", at: 10 * 86_400 - 5))
    #expect(try self.whole(request, store, moment).rows.map(\.position) == whole)
    let fresh = try self.whole(request, store, moment).rows
    #expect(fresh.first?.providerID == "new" && fresh.dropFirst().map(\.position) == whole)
  }

  @Test(arguments: [
    FilterLimits(), FilterLimits(short: 0, stretch: 7, pause: -1, patience: 20),
  ])
  func everySortIsExact(_ limits: FilterLimits) throws {
    let made = try RandomShop(seed: 7, calls: 150)
    let (store, moment) = (made.shop.store, made.moment)
    store.limits = limits
    let reference = try FilterReference(store, at: moment)
    for text in ["", "type:in", "from:0501", "олена", "has:recording", "month:2020-01"] {
      let filter = try FilterLanguage.filter(text)
      for key in CallSort.Key.allCases where key != .date {
        for sort in [CallSort(key, ascending: true), CallSort(key, ascending: false)] {
          try expect(
            store, filter, sort, moment, gives: reference.calls(filter, sort), "\(text) \(sort)")
        }
      }
    }
  }

  @Test func ofMoreCallsThanAreKeptEveryPageIsExactToo() throws {
    let made = try RandomShop(seed: 8, calls: 150)
    let (store, moment) = (made.shop.store, made.moment)
    store.limits = FilterLimits(short: 0, stretch: 7, pause: -1, ranked: 30, patience: 20)
    let sort = CallSort(.talk, ascending: false)
    let whole = try FilterReference(store, at: moment).calls(CallFilter(), sort)
    func page(_ anchor: Anchor<LogPosition>) throws -> Page<Call> {
      let request = LogRequest(anchor: anchor, limit: 10, sort: sort)
      var page = try store.calls(request, at: moment)
      var count = 1
      while !page.isComplete {
        page = try store.calls(request, at: moment)
        count += 1
      }
      #expect(count < 20)
      return page
    }
    var down = try page(.first)
    var joined = down.rows.map(\.position)
    while let last = joined.last, down.hasAfter, joined.count <= whole.count {
      down = try page(.after(last))
      joined += down.rows.map(\.position)
    }
    #expect(joined == whole)
    var up = try page(.last)
    joined = up.rows.map(\.position)
    while let first = joined.first, up.hasBefore, joined.count <= whole.count {
      up = try page(.before(first))
      joined = up.rows.map(\.position) + joined
    }
    #expect(joined == whole)
  }

  /// Where the selected call was the last one and is gone, or talked longer since.
  @Test(arguments: [
    FilterLimits(), FilterLimits(short: 0, stretch: 7, pause: -1, ranked: 30, patience: 20),
  ])
  func aroundAPlaceBehindAllIsTheEnd(_ limits: FilterLimits) throws {
    let made = try RandomShop(seed: 10, calls: 80)
    let (store, moment) = (made.shop.store, made.moment)
    store.limits = limits
    let sort = CallSort(.talk, ascending: false)
    let whole = try FilterReference(store, at: moment).calls(CallFilter(), sort)
    let last = try #require(whole.last)
    let behind = LogPosition(
      start: last.start, id: last.id, sort: sort, value: .number(-5))
    let request = LogRequest(anchor: .around(behind), limit: 10, sort: sort)
    var page = try store.calls(request, at: moment)
    while !page.isComplete { page = try store.calls(request, at: moment) }
    #expect(page.rows.map(\.position) == Array(whole.suffix(10)))
    #expect(page.hasBefore && !page.hasAfter)
  }

  @Test func anInterruptedQuestionEndsAndTheNextIsAnswered() throws {
    let made = try RandomShop(seed: 9, calls: 60)
    let store = made.shop.store
    let raised = Interruption()
    raised.raise()
    let request = LogRequest(anchor: .first, limit: 5, filter: try FilterLanguage.filter("олена"))
    #expect(throws: StoreError.interrupted) {
      try store.asking(raised) { () throws(StoreError) in
        try store.calls(request, at: made.moment)
      }
    }
    let rows = try store.asking(Interruption()) { () throws(StoreError) in
      try store.calls(request, at: made.moment)
    }.rows
    #expect(try rows == store.calls(request, at: made.moment).rows)
    #expect(!rows.isEmpty)
  }
}
