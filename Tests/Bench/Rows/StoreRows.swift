import Domain
import Foundation
import Store

/// Pages, searches, filters and deliveries, and how they grow with the store.
struct StoreRows {
  let place: Workplace
  let calls: Int

  private struct Times {
    let page: Double
    let delivery: Double
    let search: Double
  }

  func figures() throws -> [Figure] {
    let sizes = [10_000, 100_000, 1_000_000, 10_000_000].filter { $0 < calls } + [calls]
    var times: [Times] = []
    var figures: [Figure] = []
    for size in sizes {
      Report.note("store of \(size) calls")
      let copy = try place.copy(of: place.store(calls: size), as: "times-\(size).db")
      defer { try? FileManager.default.removeItem(atPath: copy) }
      var store = try StoreTimes(copy)
      _ = try store.pages(20)
      let pages = try store.pages(300)
      let searches = (0..<3).map { _ in (try? store.searches()) ?? Samples() }
      let all = Samples(searches.flatMap(\.values))
      if size == min(calls, 1_000_000) { figures.append(try statistics(store, calls: size)) }
      if size == calls {
        figures.append(search(all, copy))
        figures.append(try pairs(store))
        figures.append(try sorts(store))
        figures.append(try counts(store))
        figures.append(contentsOf: try bytes(copy))
      }
      let deliveries = try store.deliveries(300)
      times.append(Times(page: pages.median, delivery: deliveries.median, search: all.median))
    }
    return figures + growth(sizes, times)
  }

  private func search(_ samples: Samples, _ path: String) -> Figure {
    var figure = Figure(
      what: "search, any part of a number or name, first page, \(calls) calls (processor time)",
      ours: "\(Report.milliseconds(samples.median)), p99 \(Report.milliseconds(samples.p99))",
      target: "p99 ≤ 100 ms, ≥ 50 ×", isMet: samples.p99 <= 0.1)
    let sql = """
      SELECT c.id FROM call c JOIN number n ON n.id = c.client_id
      LEFT JOIN contact_number x ON x.number_id = n.id LEFT JOIN contact k ON k.id = x.contact_id
      WHERE n.text LIKE '%501234%' OR k.name LIKE '%501234%'
      ORDER BY c.start DESC, c.id DESC LIMIT 40
      """
    guard
      let peer = try? Stopwatch.measure({
        try Program.run(["/usr/bin/sqlite3", "-readonly", path, sql], in: place)
      })
    else { return figure }
    figure.peer = "LIKE in sqlite3 \(Report.milliseconds(peer.wall))"
    figure.ratio = Report.count(peer.wall / max(samples.median, 1e-6)) + " × faster"
    figure.isMet = figure.isMet == true && peer.wall >= 50 * samples.median
    return figure
  }

  /// The screen's figures of the whole year that the demo tells of.
  private func statistics(_ store: StoreTimes, calls: Int) throws -> Figure {
    let samples = try store.statistics(7)
    return Figure(
      what: "statistics of a year, \(calls) calls (processor time)",
      ours: "\(Report.milliseconds(samples.median)), longest "
        + Report.milliseconds(samples.quantile(1)),
      target: "≤ 200 ms", isMet: samples.median <= 0.2)
  }

  private func pairs(_ store: StoreTimes) throws -> Figure {
    let results = try FilterPairs.run(store.store, at: store.moment)
    for result in results.sorted(by: { $0.time.cpu > $1.time.cpu }).prefix(12) {
      let end = result.isComplete ? "" : " so far"
      Report.note(
        "  \(Report.milliseconds(result.time.cpu)), \(result.rows) rows\(end): \(result.filter)")
    }
    let parts = results.count { !$0.isComplete }
    let samples = Samples(results.map(\.time.cpu))
    return Figure(
      what: "\(results.count) pairs of filters in date order, first page (processor time)",
      ours: "\(Report.milliseconds(samples.median)), p99 \(Report.milliseconds(samples.p99)), "
        + "longest \(Report.milliseconds(samples.quantile(1))); \(parts) pages fill while they are read",
      target: "p99 ≤ 150 ms", isMet: samples.p99 <= 0.15)
  }

  private func sorts(_ store: StoreTimes) throws -> Figure {
    let (first, whole) = try store.sorts()
    return Figure(
      what: "other orders than by date, \(first.values.count) questions (processor time)",
      ours: "first rows \(Report.milliseconds(first.median)), "
        + "longest \(Report.milliseconds(first.quantile(1))); "
        + "\(whole.values.count) pages complete in \(Report.milliseconds(whole.median)), "
        + "longest \(Report.milliseconds(whole.quantile(1)))", target: "shown")
  }

  private func counts(_ store: StoreTimes) throws -> Figure {
    let (counted, all) = try store.counts()
    return Figure(
      what: "number of calls of one filter, counted within a second (processor time)",
      ours: "\(counted.values.count) of \(all) filters: \(Report.milliseconds(counted.median)), "
        + "longest \(Report.milliseconds(counted.quantile(1)))", target: "shown")
  }

  /// Everything that is stored, contacts and orders too, by call.
  private func bytes(_ path: String) throws -> [Figure] {
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    let bytes = Double(size) / Double(calls)
    let delivery = Double(
      Deliveries.body(id: "ua1_-1790775458.12669683", number: "380501112233").utf8.count)
    return [
      Figure(
        what: "bytes on disk per call, contacts, orders, indexes and search included",
        ours: Report.count(bytes), peer: "its JSON delivery \(Report.count(delivery))",
        ratio: Report.ratio(bytes / delivery), target: "≤ 0.6", isMet: bytes <= 0.6 * delivery)
    ]
  }

  private func growth(_ sizes: [Int], _ times: [Times]) -> [Figure] {
    guard let first = times.first, let last = times.last, sizes.count > 1 else { return [] }
    let rows: [(String, KeyPath<Times, Double>, Double)] = [
      ("page", \.page, 1.5), ("live insert", \.delivery, 2), ("search", \.search, 4),
    ]
    return rows.map { name, path, limit in
      let ratio = last[keyPath: path] / first[keyPath: path]
      return Figure(
        what:
          "growth of a \(name) from \(sizes[0]) to \(sizes[sizes.count - 1]) calls (processor time)",
        ours: times.map { Report.milliseconds($0[keyPath: path]) }.joined(separator: ", "),
        ratio: Report.ratio(ratio), target: "≤ \(Report.count(limit)) ×", isMet: ratio <= limit)
    }
  }
}
