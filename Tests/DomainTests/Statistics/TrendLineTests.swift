import Domain
import Testing

@Suite struct TrendLineTests {
  static let lines: [(points: [(Int, Double, Double)], start: Double, slope: Double)] = [
    ([(0, 1, 1), (1, 2, 1), (2, 3, 1)], 1, 1), ([(0, 5, 1), (3, 5, 1)], 5, 0),
    ([(0, 0, 1), (1, 1, 1), (2, 0, 1)], 1.0 / 3, 0), ([(2, 4, 1), (4, 0, 1)], 8, -2),
    // A step that has three times the weight.
    ([(0, 0, 1), (1, 0, 1), (1, 4, 3)], 0, 3),
  ]

  @Test(arguments: lines) func liesNearest(
    _ points: [(Int, Double, Double)], _ start: Double, _ slope: Double
  ) throws {
    let line = try #require(TrendLine(points.map { (step: $0.0, value: $0.1, weight: $0.2) }))
    #expect(abs(line.start - start) < 1e-9 && abs(line.slope - slope) < 1e-9)
    #expect(abs(line.value(at: 10) - (start + 10 * slope)) < 1e-9)
  }

  @Test func thereIsNoneThroughOneStep() {
    #expect(TrendLine([]) == nil)
    #expect(TrendLine([(step: 4, value: 1, weight: 1), (step: 4, value: 2, weight: 1)]) == nil)
  }
}
