/// How long the same thing took again and again, in seconds.
struct Samples {
  private(set) var values: [Double] = []

  init(_ values: [Double] = []) {
    self.values = values
  }

  mutating func add(_ seconds: Double) {
    values.append(seconds)
  }

  /// What this part of the values does not exceed; 0 where there is none.
  func quantile(_ part: Double) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(sorted.count - 1, Int((Double(sorted.count) * part).rounded(.up)) - 1)]
  }

  var median: Double { quantile(0.5) }
  var p99: Double { quantile(0.99) }
}
