/// How long answers took.
struct Latencies {
  private var times: [Duration] = []

  mutating func measure<Result>(_ work: () throws -> Result) rethrows -> Result {
    let start = ContinuousClock.now
    defer { times.append(ContinuousClock.now - start) }
    return try work()
  }

  /// Of 100 answers, `percent` took no longer. Not empty.
  func percentile(_ percent: Int) -> Duration {
    let sorted = times.sorted()
    return sorted.isEmpty ? .zero : sorted[(sorted.count - 1) * percent / 100]
  }
}
