import Domain

/// Counts calls by facet and by hour, and clients' calls by client: all that a period's figures are
/// made of, in one pass over some index.
struct CallSums {
  /// What has to be known of a facet for each of its calls.
  private struct Kind {
    /// 0 neither, 1 answered, 2 missed.
    let outcome: Int
    /// The client called us.
    let isFromClient: Bool
  }

  private let hours: LocalHours
  /// By the facet's id.
  private var kinds: [Kind?] = []
  private(set) var calls: [Int] = []
  /// By the hour's place and the outcome: three for each hour.
  private var places: [Int]
  private(set) var callers = CallerSums()

  init(_ hours: LocalHours) {
    self.hours = hours
    places = Array(repeating: 0, count: hours.dayCount * 24 * 3)
  }

  /// Tells of facets, before calls of them come.
  mutating func learn(_ facets: [(id: Int64, facet: Facet)]) {
    guard let last = facets.last?.id, last >= kinds.count else { return }
    kinds += Array(repeating: nil, count: Int(last) + 1 - kinds.count)
    calls += Array(repeating: 0, count: kinds.count - calls.count)
    for (id, facet) in facets {
      let outcome = facet.status == .answered ? 1 : facet.status == .missed ? 2 : 0
      kinds[Int(id)] = Kind(
        outcome: outcome, isFromClient: facet.type == .incoming || facet.type == .callback)
    }
  }

  func knows(_ facet: Int64) -> Bool {
    facet >= 0 && facet < kinds.count
  }

  /// - Parameters:
  ///   - facet: a known one's id.
  ///   - start: Unix milliseconds; what lies outside the days does not count.
  ///   - client: row id. The calls of one client come one after the other.
  mutating func add(facet: Int64, start: Int64, client: Int64?) {
    guard let place = hours.place(of: start), let kind = kinds[Int(facet)] else { return }
    calls[Int(facet)] += 1
    places[place * 3 + kind.outcome] += 1
    if let client, kind.isFromClient { callers.add(client, outcome: kind.outcome) }
  }

  // MARK: What came out

  /// Of the hour with that place.
  private func tally(_ place: Int) -> CallTally {
    let (answered, missed) = (places[place * 3 + 1], places[place * 3 + 2])
    return CallTally(
      total: places[place * 3] + answered + missed, answered: answered, missed: missed)
  }

  var days: [Statistics.Part<CivilDate>] {
    (0..<hours.dayCount).map { day in
      Statistics.Part(
        hours.days.lowerBound.advanced(byDays: day), (0..<24).map { tally(day * 24 + $0) }.sum)
    }
  }

  var hoursOfDay: [CallTally] {
    (0..<24).map { hour in (0..<hours.dayCount).map { tally($0 * 24 + hour) }.sum }
  }

  var missedByHour: [[Int]] {
    var missed = Array(repeating: Array(repeating: 0, count: 24), count: 7)
    for day in 0..<hours.dayCount {
      let weekday = hours.days.lowerBound.advanced(byDays: day).weekday - 1
      for hour in 0..<24 { missed[weekday][hour] += tally(day * 24 + hour).missed }
    }
    return missed
  }
}
