import Domain

/// Which facets a filter lets through.
struct FacetMatch {
  private let filter: CallFilter
  /// Row ids; nil for all.
  private var employees: Set<Int64>?
  private var sources: Set<Int64>?
  private var pools: Set<Int64> = []
  private var lines: Set<Int64> = []
  private let talk: ClosedRange<Int>?
  private let wait: ClosedRange<Int>?
  private var statuses: Set<CallStatus>
  private let needsClient: Bool

  /// Nil where the filter asks nothing that facets say.
  init?(_ filter: CallFilter, _ store: Store) throws(StoreError) {
    needsClient = !filter.client.isEmpty || filter.isNotCalledBack || filter.isFromNewClient
    guard
      needsClient || filter.isMissed || !filter.types.isEmpty || !filter.statuses.isEmpty
        || filter.hasRecording != nil || !filter.employee.isEmpty || !filter.line.isEmpty
        || !filter.talk.isEmpty || !filter.wait.isEmpty
        || filter.utm.contains(where: { !$1.isEmpty })
    else { return nil }
    self.filter = filter
    talk = filter.talk.range
    wait = filter.wait.range
    statuses = filter.statuses
    let connection = store.connection
    let employee = NameKey(filter.employee).text
    if !filter.employee.isEmpty {
      employees = Set(
        try connection.rows("SELECT id, name FROM employee WHERE id > 0") {
          (id: $0.integer(), name: $0.text())
        }.filter { NameKey($0.name).text.contains(employee) }.map(\.id))
    }
    let parts = UTMField.allCases.map { filter.utm[$0]?.lowercased() ?? "" }
    if parts.contains(where: { !$0.isEmpty }) {
      let all = try connection.rows(
        "SELECT id, source, medium, campaign, content, term FROM source WHERE id > 0"
      ) { row in
        let id = row.integer()
        return (id: id, values: (0..<5).map { _ in row.text().nonEmpty })
      }
      sources = Set(all.filter { FacetMatch.contains($0.values, parts) }.map(\.id))
    }
    if !filter.line.isEmpty { try findLines(store) }
  }

  /// Nothing has any of what is asked for: no facet need be looked at.
  var isEmpty: Bool {
    employees?.isEmpty == true || sources?.isEmpty == true
      || !filter.line.isEmpty && pools.isEmpty && lines.isEmpty
  }

  private static func contains(_ values: [String?], _ parts: [String]) -> Bool {
    let source = Source(
      source: values[0], medium: values[1], campaign: values[2], content: values[3],
      term: values[4])
    return zip(source.values, parts).allSatisfy { value, part in
      part.isEmpty || value?.lowercased().contains(part) == true
    }
  }

  private mutating func findLines(_ store: Store) throws(StoreError) {
    let key = NameKey(filter.line).text
    let digits = filter.line.filter(\.isASCIIDigit)
    let spellings =
      digits.isEmpty || filter.line.contains(where: \.isLetter)
      ? [] : ContactSearch.spellings(digits)
    var seen: Set<Int64> = [0]
    for (_, facet) in try store.facets.all() {
      if seen.insert(facet.pool).inserted, !key.isEmpty,
        NameKey(try store.phrases.text(facet.pool) ?? "").text.contains(key)
      {
        pools.insert(facet.pool)
      }
      if seen.insert(facet.line).inserted {
        let number = (try store.phrases.text(facet.line) ?? "").filter(\.isASCIIDigit)
        if spellings.contains(where: number.contains) { lines.insert(facet.line) }
      }
    }
  }

  /// Nil where none of the facet's calls are in.
  func fit(_ facet: Facet) -> CallQuery.Fit? {
    if needsClient && !facet.hasClient || filter.isFromNewClient && !facet.isNew { return nil }
    if filter.isMissed && facet.status != .missed { return nil }
    if let has = filter.hasRecording, has != facet.hasRecording { return nil }
    if !filter.types.isEmpty && !(facet.type.map(filter.types.contains) ?? false) { return nil }
    if let employees, !employees.contains(facet.employee) { return nil }
    if let sources, !sources.contains(facet.source) { return nil }
    if !filter.line.isEmpty && !pools.contains(facet.pool) && !lines.contains(facet.line) {
      return nil
    }
    if filter.isNotCalledBack,
      !(facet.type.map { facet.status.wantsCallBack(type: $0) } ?? false)
    {
      return nil
    }
    let fits = [
      status(facet), seconds(filter.talk, talk, SecondsClasses.talk, facet.talk),
      seconds(filter.wait, wait, SecondsClasses.wait, facet.wait),
    ]
    if fits.contains(nil) { return nil }
    return fits.contains(.partial) ? .partial : .whole
  }

  /// A live call becomes one whose end never came by getting old.
  private func status(_ facet: Facet) -> CallQuery.Fit? {
    guard !statuses.isEmpty else { return .whole }
    guard facet.status.isLive else { return statuses.contains(facet.status) ? .whole : nil }
    return statuses.contains(facet.status) || statuses.contains(.unknown) ? .partial : nil
  }

  private func seconds(
    _ rules: [SecondsRule], _ allowed: ClosedRange<Int>?, _ classes: SecondsClasses, _ index: Int
  ) -> CallQuery.Fit? {
    guard !rules.isEmpty else { return .whole }
    guard let allowed, index >= 0 else { return nil }
    let range = classes.range(of: index)
    guard range.overlaps(allowed) else { return nil }
    return allowed.lowerBound <= range.lowerBound && range.upperBound <= allowed.upperBound
      ? .whole : .partial
  }
}
