import Domain
import Foundation
import Glibc
import Store

/// What the screens and the listener ask of a store, on one thread, without a terminal.
struct StoreTimes {
  /// Reads, as the screens' own does.
  let store: Store
  private let writer: Store
  let moment: Moment
  private var random = SystemRandomNumberGenerator()

  static let page = 40

  /// - Parameter path: of a store that may be written to.
  init(_ path: String) throws {
    writer = try Store.open(path, access: .writer, actor: "bench")
    store = try Store.open(path, access: .reader, actor: "bench")
    let newest = try store.calls(LogRequest(anchor: .first, limit: 1)).rows.first?.start
    moment = Moment(newest ?? Timestamp(seconds: 1_800_000_000), in: .kyiv)
  }

  /// Processor seconds of pages in date order: first, last, around a date, before and after.
  mutating func pages(_ count: Int) throws -> Samples {
    let newest = moment.now.milliseconds
    var samples = Samples()
    for index in 0..<count {
      let start = newest - Int64.random(in: 0..<360 * 86_400_000, using: &random)
      let place = LogPosition(start: Timestamp(milliseconds: start), id: Call.ID(1))
      let anchors: [Anchor<LogPosition>] = [
        .first, .last, .around(place), .before(place), .after(place),
      ]
      let request = LogRequest(anchor: anchors[index % anchors.count], limit: StoreTimes.page)
      samples.add(try Stopwatch.measure { _ = try store.calls(request, at: moment) }.cpu)
    }
    return samples
  }

  /// Processor seconds of a delivery that makes a call, journal and commit included.
  mutating func deliveries(_ count: Int) throws -> Samples {
    guard let integration = try writer.integrations().first else { throw BenchError("no shop") }
    var samples = Samples()
    for index in 0..<count {
      let now = moment.now.advanced(bySeconds: Int64(index + 1))
      let number = String(Int.random(in: 380_500_000_000..<380_509_999_999, using: &random))
      var event = CallEvent(providerID: "bench-\(number)-\(index)", occasion: .after, received: now)
      event.fields.start = now
      event.fields.caller = PhoneNumber(kind: .international, text: "+" + number)
      event.fields.called = PhoneNumber(kind: .international, text: "+380440000009")
      event.fields.disposition = Disposition("NO ANSWER")
      event.fields.wait = index % 60
      let body = Array(Deliveries.body(id: event.providerID, number: number).utf8)
      let item = IngestItem(
        integration: integration.id, occasion: .after, origin: .delivered,
        raw: RawDelivery(method: "POST", query: "", mediaType: "application/json", body: body),
        content: .event(event), own: integration.own)
      samples.add(try Stopwatch.measure { _ = try writer.ingest([item], now: now) }.cpu)
    }
    return samples
  }

  /// Processor seconds of the figures of the 366 days before the newest call, the first time on a
  /// connection of its own.
  func statistics(_ count: Int) throws -> Samples {
    var samples = Samples()
    let days = StatisticsPeriod.lastDays(366).days(today: moment.today)
    for _ in 0..<count {
      let store = try Store.open(store.path, access: .reader, actor: "bench")
      samples.add(
        try Stopwatch.measure { _ = try store.statistics(of: days, in: moment.zone) }.cpu)
      store.close()
    }
    return samples
  }

  /// Texts of every kind; those in the same place are of the same kind.
  static let searches: [[String]] = [
    ["4567", "0192", "7731", "2026"], ["501234", "672345", "937654", "441122"],
    ["380", "050", "067", "123"], ["1", "77", "9", "05"],
    ["олена", "іваненко", "петр", "ковал"], ["шевч", "андрі", "марі", "бонд"],
    ["о", "ів", "п", "ма"], ["octavia", "шкода", "aa12", "bmw"],
    ["щосьтаке", "zzzqqq", "їїї", "99999999999"],
    ["олена employee:nobody", "4567 source:nothing", "іваненко talk>2600", "123 status:refused"],
  ]

  /// Processor seconds of the first page.
  func searches() throws -> Samples {
    var samples = Samples()
    for text in StoreTimes.searches.joined() {
      let filter = try FilterLanguage.filter(text)
      let request = LogRequest(anchor: .first, limit: StoreTimes.page, filter: filter)
      let time = try Stopwatch.measure { _ = try store.calls(request, at: moment) }
      if time.cpu > 0.05 { Report.note("  search \(text): \(Report.milliseconds(time.cpu))") }
      samples.add(time.cpu)
    }
    return samples
  }

  /// Other orders than by date: of all calls, of very many, of about a hundred thousand, of few, of
  /// none.
  static let sorted = ["", "type:in", "last:7", "from:4567", "missed from:0501", "employee:nobody"]

  /// Processor seconds of the first answer, and of all until the page is complete, which of very many
  /// calls is not waited for.
  func sorts() throws -> (first: Samples, whole: Samples) {
    var (first, whole) = (Samples(), Samples())
    for text in StoreTimes.sorted {
      let filter = try FilterLanguage.filter(text)
      for key in CallSort.Key.allCases where key != .date {
        let request = LogRequest(
          anchor: .first, limit: StoreTimes.page, filter: filter,
          sort: CallSort(key, ascending: key == .customer || key == .status))
        var isComplete = false
        let time = try Stopwatch.measure {
          isComplete = try store.calls(request, at: moment).isComplete
        }
        first.add(time.cpu)
        let rest = try Stopwatch.measure {
          for _ in 0..<15 where !isComplete {
            isComplete = try store.calls(request, at: moment).isComplete
          }
        }
        if isComplete { whole.add(time.cpu + rest.cpu) }
      }
    }
    return (first, whole)
  }

  /// Processor seconds of the number of calls that a filter lets through.
  /// - Returns: of those that were counted within a second, and how many filters there are.
  func counts() throws -> (counted: Samples, all: Int) {
    var samples = Samples()
    let words = FilterPairs.words.joined() + [""]
    for text in words {
      let filter = try FilterLanguage.filter(text)
      let end = Interruption(deadline: Int64(Stopwatch.time(CLOCK_MONOTONIC) * 1000) + 1000)
      do {
        let time = try Stopwatch.measure {
          _ = try store.asking(end) { () throws(StoreError) in
            try store.callCount(of: filter, at: moment)
          }
        }
        samples.add(time.cpu)
      } catch StoreError.interrupted {
        // It would fill in later.
      }
    }
    return (samples, words.count)
  }
}
