/// The straight line that lies nearest to some points, by the least squares of the distances. Points
/// have weights: a week with a call or two does not bend it.
public struct TrendLine: Equatable, Sendable {
  /// How much higher the line is a step further.
  public let slope: Double
  /// How high it is at the first step.
  public let start: Double

  /// - Parameter points: the step, the value there, and its weight (above 0).
  /// - Returns: nil for fewer than two steps, through which any line goes.
  public init?(_ points: [(step: Int, value: Double, weight: Double)]) {
    guard Set(points.map(\.step)).count > 1 else { return nil }
    let weight = points.map(\.weight).reduce(0, +)
    let step = points.map { Double($0.step) * $0.weight }.reduce(0, +) / weight
    let value = points.map { $0.value * $0.weight }.reduce(0, +) / weight
    var (above, below) = (0.0, 0.0)
    for point in points {
      let distance = Double(point.step) - step
      above += point.weight * distance * (point.value - value)
      below += point.weight * distance * distance
    }
    guard below > 0 else { return nil }
    slope = above / below
    start = value - slope * step
  }

  public func value(at step: Int) -> Double {
    start + slope * Double(step)
  }
}
