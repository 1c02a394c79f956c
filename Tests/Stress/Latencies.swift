import Foundation

/// Times that answers took, in seconds.
struct Latencies {
  private(set) var values: [Double] = []

  var count: Int { values.count }

  mutating func add(_ seconds: Double) {
    values.append(seconds)
  }

  mutating func add(_ others: Latencies) {
    values += others.values
  }

  /// Milliseconds that this part of the answers did not exceed; 0.5 is the median, 1 the longest.
  func milliseconds(_ part: Double) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return .infinity }
    let index = Int((Double(sorted.count) * part).rounded(.up)) - 1
    return (sorted.indices.contains(index) ? sorted[index] : last) * 1000
  }

  var line: String {
    String(
      format: "p50 %.1f ms, p99 %.1f ms, max %.1f ms", milliseconds(0.5), milliseconds(0.99),
      milliseconds(1))
  }
}
